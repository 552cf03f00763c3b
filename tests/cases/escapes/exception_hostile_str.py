#! expect = {status = "error"}
class Evil(Exception):
    def __str__(self):
        raise RuntimeError("again")

    __repr__ = __str__

raise Evil("contained")
