# Exact arithmetic proves the cube roots: none of the neighbours is closer.
from fractions import Fraction
import math


def nearest(x):
    root = math.cbrt(x)
    low, high = Fraction(math.nextafter(root, -math.inf)), Fraction(math.nextafter(root, math.inf))
    below, above = (low + Fraction(root)) / 2, (Fraction(root) + high) / 2
    return below**3 <= Fraction(x) <= above**3


print(math.cbrt(2.0), math.cbrt(0.1), math.cbrt(-2.5), math.cbrt(1e308), math.cbrt(5e-324), math.cbrt(27), math.cbrt(-0.0))
print(all(nearest(n / 7) for n in range(1, 2000)), all(nearest(n) for n in range(1, 500)))
print(math.sinh(2.0), math.expm1(1.0), math.atanh(0.5), math.log1p(2.0), math.acosh(2.0), math.erfc(2.0), math.asinh(0.1))
