#! expect = {status = "ok"}
class datetime:
    def isoformat(self):
        return ["ESC" + "APED"]

    def __repr__(self):
        return "contained"

datetime.__module__ = "datetime"
datetime.__qualname__ = "datetime"
datetime()
