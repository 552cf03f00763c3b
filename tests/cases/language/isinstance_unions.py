# isinstance and issubclass with tuples, unions, metaclass hooks and bool.
from numbers import Integral, Number

class Even(type):
    def __instancecheck__(cls, instance):
        return isinstance(instance, int) and instance % 2 == 0

    def __subclasscheck__(cls, subclass):
        return subclass is float

class EvenInt(metaclass=Even): ...

values = [1, 2.0, "s", None, True, b"", [1], 1j]
print([isinstance(v, int | str) for v in values])
print([isinstance(v, (int, (float, type(None)))) for v in values])
print([isinstance(v, int | None) for v in values], isinstance(5, Number))
print(isinstance(True, Integral), isinstance(1.0, Integral))
print([isinstance(v, EvenInt) for v in (1, 2, "x", 4.0)], issubclass(float, EvenInt), issubclass(bool, int | str))
print(int | str == str | int, (int | str | int) == (int | str), (int | None).__args__)
for bad in (
    lambda: isinstance(1, list[int]), lambda: isinstance(1, "int"), lambda: issubclass(1, int),
    lambda: int | 5,
):
    try:
        bad()
    except TypeError as exc:
        print(type(exc).__name__)
type(True) is int, type(5) == int, isinstance(int, type), isinstance(type, object), issubclass(type, object)
