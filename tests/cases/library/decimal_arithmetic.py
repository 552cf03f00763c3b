# Exact decimal arithmetic as money code uses it.
from decimal import Decimal, getcontext

print(Decimal("0.1") + Decimal("0.2"), Decimal("1.10") * 3, Decimal("1") / Decimal("3"))
print(Decimal(0.1), Decimal(10) ** 20, Decimal("2") ** Decimal("0.5"))
print(Decimal("7") // Decimal("2"), Decimal("-7") // 2, Decimal("-7") % 3, divmod(Decimal(17), 5))
print(Decimal("1.50") == Decimal("1.5"), hash(Decimal("1.5")) == hash(1.5), Decimal("1.50"), Decimal("1.50").normalize())
print(Decimal("2").sqrt(), Decimal("100").ln(), Decimal("1000").log10(), Decimal(1).exp())
print(abs(Decimal("-3.2")), -Decimal("0"), +Decimal("1.23456789012345678901234567890123"))
print(Decimal("123.456").as_tuple(), Decimal("0.00012").adjusted(), Decimal("1E+5"))
print(Decimal("3.14159").as_integer_ratio(), int(Decimal("-3.99")), float(Decimal("0.1")))
print(max(Decimal("1.0"), Decimal("1.00"), Decimal("0.9")), sum([Decimal("0.10")] * 10))
print(sorted([Decimal("3"), Decimal("-1"), Decimal("0.5")]), Decimal("1") < 1.5, Decimal("0.5") == 0.5)
print(Decimal((0, (1, 2, 3), -2)), Decimal("  1_000.5 "), Decimal(True), repr(Decimal("-0.0")))
print(f"{Decimal('1234567.891'):,.2f}|{Decimal('0.5'):>8}|{Decimal('12.3'):08.2f}|{Decimal('0.256'):.1%}")
print(str(Decimal("1E-7")), str(Decimal("0.000001")), Decimal("123E+3").to_eng_string())
print(Decimal("Infinity"), Decimal("nan").is_nan(), Decimal("-inf") < 0, Decimal("1").is_finite())
print(getcontext().prec, Decimal("1.1").compare(Decimal("1.10")), Decimal("5").fma(2, 3))
try:
    Decimal("1.5") + 1.5
except TypeError as e:
    print(type(e).__name__)
Decimal("19.99") * 3
