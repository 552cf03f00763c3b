# Notes follow the message, each on its own line.
def parse(line, number):
    try:
        return float(line)
    except ValueError as e:
        e.add_note(f"while reading line {number}")
        e.add_note("hint: use a point,\n      not a comma")
        raise


parse("3,5", 7)
