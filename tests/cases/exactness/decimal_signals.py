# Exceptions of decimal carry the signal, and messages are those of CPython's decimal, which is written in C.
from decimal import Decimal as D

for text in ("D('abc')", "D(1) / 0", "D(0) / 0", "D(1) // 0", "D(-1).sqrt()", "D('1e400000') ** 10", "divmod(D(0), 0)", "D(None)", "int(D('inf'))", "int(D('nan'))", "D(1).quantize(D('1e-50'))", "D('nan') < 1"):
    try:
        print(text, eval(text))
    except (ArithmeticError, ValueError, TypeError) as error:
        print(text, type(error).__name__, error)
print(D("0.1") + D("0.2"), D(1) / D(7), D(2).sqrt(), D("1.005").quantize(D("0.01")), round(D("2.5")), round(D("1.25"), 1))
