# The numeric tower and isinstance checks against it.
import numbers
from decimal import Decimal
from fractions import Fraction

kinds = ("Number", "Complex", "Real", "Rational", "Integral")
for value in (1, True, 1.5, 1j, Fraction(1, 2), Decimal("1"), "1", None):
    row = "".join("x" if isinstance(value, getattr(numbers, kind)) else "." for kind in kinds)
    print(f"{value!r:<20} {row}")
print(issubclass(bool, numbers.Integral), issubclass(numbers.Integral, numbers.Real))


class Meters(numbers.Real):
    def __init__(self, v):
        self.v = float(v)

    def __float__(self):
        return self.v

    def _op(self, other, f):
        return Meters(f(self.v, float(other)))

    def __add__(self, o): return self._op(o, lambda a, b: a + b)
    __radd__ = __add__
    def __mul__(self, o): return self._op(o, lambda a, b: a * b)
    __rmul__ = __mul__
    def __neg__(self): return Meters(-self.v)
    def __pos__(self): return self
    def __abs__(self): return Meters(abs(self.v))
    def __eq__(self, o): return self.v == o
    def __lt__(self, o): return self.v < o
    def __le__(self, o): return self.v <= o
    __hash__ = None
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __pow__ = __rpow__ = None
    __trunc__ = __floor__ = __ceil__ = __round__ = lambda self, *a: int(self.v)


m = Meters(2) + 3 - Meters(1)
print(m.v, m.real.v, m.imag, complex(m), sum([Meters(1), Meters(2)]).v)
try:
    numbers.Integral()
except TypeError as e:
    print("TypeError", str(e)[:46])
isinstance(m, numbers.Real)
