#! expect = {status = "ok"}
class Evil:
    __dataclass_fields__ = {"a": 1, 5: 2, "missing": 3}
    a = 1

    def __repr__(self):
        return "contained"

Evil()
