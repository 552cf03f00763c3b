#! deny = ["decimal"]
#! expect = "ok"
try:
    from decimal import Decimal as Number
except ImportError:
    from fractions import Fraction as Number
Number("0.1") + Number("0.2")
