#! expect = {status = "ok"}
class Evil:
    @property
    def __class__(self):
        return int

    def __index__(self):
        return 5

    __int__ = __index__

    def __repr__(self):
        return "contained"

Evil()
