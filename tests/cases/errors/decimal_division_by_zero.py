#! alone = "the C decimal module names the signal instead"
# decimal.DivisionByZero is a ZeroDivisionError.
from decimal import Decimal

try:
    Decimal(1) / 0
except ZeroDivisionError as e:
    print(type(e).__name__)
Decimal("5") / Decimal("0")
