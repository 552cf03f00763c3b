# raise ... from names the direct cause.
def load(text):
    try:
        return int(text)
    except ValueError as e:
        raise RuntimeError(f"bad setting {text!r}") from e


load("many")
