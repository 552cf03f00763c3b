#! expect = {status = "error"}
class Evil(ValueError):
    @property
    def __class__(self):
        return SystemExit

    code = 0

raise Evil("contained: not an exit")
