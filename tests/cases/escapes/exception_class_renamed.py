#! expect = {status = "error"}
class Evil(Exception):
    pass

Evil.__qualname__ = "A" * 1000
Evil.__module__ = 5
Evil.__name__ = "contained"
raise Evil("x")
