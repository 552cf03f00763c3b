#! expect = {status = "ok"}
class Meta(type):
    def mro(cls):
        return [cls, int, object] if cls.__name__ == "Evil" else super().mro()

for bases in ((), (str,), (list,)):
    try:
        Evil = Meta("Evil", bases, {})
        thing = Evil.__new__(Evil)
        for use in (lambda: thing + 1, lambda: int.__add__(thing, 1), lambda: thing.bit_length(), lambda: hash(thing), lambda: str.upper(thing), lambda: len(thing), lambda: thing.real, lambda: repr(thing)):
            try:
                use()
            except Exception:
                pass
        print("contained: made")
    except TypeError as error:
        print("contained:", type(error).__name__)
