# Rounding modes, quantize and local contexts.
import decimal
from decimal import Decimal, localcontext

modes = [
    decimal.ROUND_HALF_EVEN, decimal.ROUND_HALF_UP, decimal.ROUND_HALF_DOWN, decimal.ROUND_UP,
    decimal.ROUND_DOWN, decimal.ROUND_CEILING, decimal.ROUND_FLOOR, decimal.ROUND_05UP,
]
for mode in modes:
    row = [Decimal(s).quantize(Decimal("1"), rounding=mode) for s in ("2.5", "3.5", "-2.5", "2.4", "-2.6", "0.1")]
    print(mode, *row)
cent = Decimal("0.01")
print(Decimal("2.675").quantize(cent), Decimal("1").quantize(cent), round(Decimal("2.5")), round(Decimal("2.345"), 2))
print(Decimal("1234.5").to_integral_value(), Decimal("1E3").quantize(Decimal("1")), Decimal("12345").quantize(Decimal("1E2")))
with localcontext() as ctx:
    ctx.prec = 50
    print(Decimal(2).sqrt())
with localcontext(prec=5) as ctx:
    print(Decimal(1) / 7, ctx.prec)
print(decimal.getcontext().prec)
with localcontext() as ctx:
    ctx.traps[decimal.DivisionByZero] = False
    print(Decimal(1) / 0, Decimal(-1) / 0)
for make in (lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: Decimal("1e999999") * 10, lambda: Decimal("x")):
    try:
        print(make())
    except decimal.DecimalException as e:
        print(type(e).__name__)
with localcontext(prec=4, rounding=decimal.ROUND_UP):
    print(Decimal("1.00001") + 0, decimal.Context(prec=3).create_decimal("1.23456"))
Decimal("1.005").quantize(cent, rounding=decimal.ROUND_HALF_UP)
