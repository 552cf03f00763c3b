#! expect = {status = "error"}
class Evil(AttributeError):
    @property
    def name(self):
        return 5

    @property
    def obj(self):
        raise SystemExit("ESC" + "APED")

class Dir:
    def __dir__(self):
        raise SystemExit("ESC" + "APED")

try:
    Dir().missing
except AttributeError as error:
    error.name = b"x"
    error.obj = Dir()
    raise Evil("contained") from error
