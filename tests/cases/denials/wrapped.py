#! expect = "error"
# Wrapped in an exception of the program's own, the run ends by that one; the denial is listed.
try:
    import socket
except ImportError as error:
    raise RuntimeError("no network here") from error
