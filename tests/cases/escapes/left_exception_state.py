#! expect = {status = "error"}
try:
    raise ValueError("left")
except ValueError:
    import sys

    held = sys.exc_info()
    raise KeyError("contained")
