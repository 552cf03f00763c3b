#! expect = {status = "ok"}
class A:
    __slots__ = ("a",)

class B:
    __slots__ = ("b", "c", "d")

class C:
    pass

for thing in (B(), C(), 5, "x", [], A, object(), (1,), ValueError()):
    for use in (lambda: A.a.__get__(thing), lambda: A.a.__set__(thing, 1), lambda: A.a.__delete__(thing)):
        try:
            use()
            print("ESCAPED", thing)
        except (TypeError, AttributeError):
            pass

class Lies:
    @property
    def __class__(self):
        return A

try:
    A.a.__get__(Lies())
    print("ESCAPED")
except TypeError as error:
    print("contained:", error)
