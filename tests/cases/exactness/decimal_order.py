"""Signals come in the order of CPython's decimal."""

import decimal
from decimal import Decimal

context = decimal.getcontext()
print(context)
print([signal.__name__ for signal in context.flags])
Decimal(1) / 3
print(context)

everything = decimal.Context(flags=list(context.flags), traps=list(context.flags))
print(everything)
print([signal.__name__ for signal in everything.__reduce__()[1][6]])

for traps in [list(context.flags), [decimal.Rounded, decimal.Inexact], [decimal.Inexact, decimal.Overflow]]:
    with decimal.localcontext() as local:
        for signal in context.flags:
            local.traps[signal] = signal in traps
        local.prec, local.Emax, local.Emin = 3, 99, -99
        for act in [lambda: Decimal(7) ** Decimal(200), lambda: Decimal('1.5') ** Decimal('1.1')]:
            try:
                print(act())
            except decimal.DecimalException as error:
                print(type(error).__name__)
