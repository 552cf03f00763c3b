# Without its own text, an exception of several arguments shows them as a tuple.
class Problem(Exception):
    pass


raise Problem("code", 42, None)
