#! expect = {status = "error"}
def deep(n):
    if n:
        return deep(n - 1)
    raise ValueError("contained")

try:
    deep(500)
except ValueError as error:
    tb = error.__traceback__
    other = KeyError("contained")
    other.__traceback__ = tb
    try:
        other.__traceback__ = 5
    except TypeError as wrong:
        print("contained:", wrong)
    raise other
