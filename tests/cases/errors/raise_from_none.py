# from None hides the first exception.
def lookup(table, key):
    try:
        return table[key]
    except KeyError:
        raise ValueError(f"unknown code {key}") from None


lookup({}, "XX")
