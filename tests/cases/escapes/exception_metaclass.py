#! expect = {status = "error"}
class Meta(type):
    def __getattribute__(cls, name):
        raise SystemExit("ESC" + "APED")

    def __instancecheck__(cls, other):
        return True

    def __repr__(cls):
        raise SystemExit("ESC" + "APED")

class Evil(Exception, metaclass=Meta):
    pass

raise Evil("contained")
