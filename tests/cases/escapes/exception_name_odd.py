#! expect = {status = "error"}
error = NameError("contained")
error.name = 10**30
try:
    raise error
except NameError as caught:
    other = ImportError("contained")
    other.name = ["json"]
    other.name_from = object()
    raise other
