# Mixing bool, int, float, complex, Fraction and Decimal.
from decimal import Decimal
from fractions import Fraction

values = [True, 2, 0.5, 1j, Fraction(1, 3), Decimal("0.25")]
names = [type(v).__name__ for v in values]
print(f"{'+':<10}" + "".join(f"{name:>10}" for name in names))
for a, name in zip(values, names):
    row = []
    for b in values:
        try:
            row.append(type(a + b).__name__)
        except TypeError:
            row.append("-")
    print(f"{name:<10}" + "".join(f"{cell:>10}" for cell in row))
print(Fraction(1, 3) + 1, Fraction(1, 2) * 0.5, Decimal("1.10") + 2)
print(2 ** Fraction(1, 2) == 2**0.5, Fraction(3) == 3.0, Decimal("0.5") == 0.5)
print(Fraction(0.1) == 0.1, Decimal("0.1") == 0.1, Decimal("0.1") < 0.1)
print(Fraction("0.1") < 0.1, 1 < Fraction(3, 2) < 1.75, True == Fraction(1))
print(int(Fraction(7, 2)), round(Fraction(7, 2)), round(Decimal("2.5")))
print(float(Decimal("1e-3")), Fraction(Decimal("0.125")), -7 // Fraction(2))
print(sum([True, 1.5, 2]), max(1, Fraction(3, 2), 1.25), sorted([Decimal("0.3"), 0.25, Fraction(1, 5), False]))
print(hash(Decimal(2)) == hash(2.0) == hash(Fraction(2)))
print(Decimal(7) % -3, 7 % -3, Decimal(-7) // 2, -7 // 2, Fraction(-7, 2) % 2)
print(divmod(Decimal("7.5"), 2), abs(Fraction(-1, 2)), Fraction(1, 3) ** 2)
print(complex(Fraction(1, 2)), 5 .real)
Decimal(3).as_integer_ratio(), (0.75).as_integer_ratio(), Fraction(2, 4).denominator, bool(Fraction(0))
