#! expect = {status = "error"}
class Decimal:
    def __str__(self):
        return 5

    def __repr__(self):
        return "contained"

Decimal.__module__ = "decimal"
Decimal.__qualname__ = "Decimal"
Decimal()
