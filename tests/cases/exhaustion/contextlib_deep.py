#! expect = {status = "error"}
import contextlib
@contextlib.contextmanager
def m(n):
    with m(n + 1):
        yield
with m(0):
    pass
