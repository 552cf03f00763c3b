#! expect = {status = "exit"}
class Evil(int):
    def __index__(self):
        return 0

    def __str__(self):
        raise ValueError("ESC" + "APED")

    __repr__ = __str__

raise SystemExit(Evil(10**30))
