# Rational arithmetic.
import math
from decimal import Decimal
from fractions import Fraction

print(Fraction(3, 6), Fraction("2/4"), Fraction("-0.125"), Fraction("1e-2"), Fraction(0.5), Fraction(Decimal("0.1")))
print(Fraction(0.1), Fraction(3.14159).limit_denominator(100), Fraction(1, 3) + Fraction(1, 6))
a, b = Fraction(7, 3), Fraction(-2, 5)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a**-2, b**3)
print(a + 1, a + 0.5, 2**a, Fraction(4, 9) ** Fraction(1, 2), 1 / a)
print(repr(a), a.numerator, a.denominator, a.as_integer_ratio(), b.is_integer(), Fraction(4, 2).is_integer())
print(round(a), round(a, 2), int(b), float(a), abs(b), -a, bool(Fraction(0)))
print(math.floor(b), math.ceil(b), math.trunc(b))
print(a == Fraction(14, 6), Fraction(1, 2) == 0.5, Fraction(1, 3) < 0.34, hash(Fraction(1, 2)) == hash(0.5))
print(sum(Fraction(1, n) for n in range(1, 11)), max(Fraction(1, 2), Fraction(3, 5)))
print(f"{Fraction(22, 7):.4f}|{Fraction(1, 3):>10.2%}|{Fraction(12345, 2):,.1f}|{Fraction(3, 4):>6}|{Fraction(5):#}")
print(Fraction(1, 3).limit_denominator(2), Fraction.from_float(0.25), Fraction.from_decimal(Decimal("2.50")))
for call in ("Fraction(1, 0)", "Fraction('a')", "Fraction(1.5, 2)", "Fraction('1/0')", "a / 0", "Fraction(float('nan'))"):
    try:
        print(eval(call))
    except Exception as e:
        print(call, "->", type(e).__name__)
Fraction(355, 113)
