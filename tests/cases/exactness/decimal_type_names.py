# diverges: `decimal` is the library's own Python version, so that a message names the type `Decimal` where CPython's C version says `decimal.Decimal`
from decimal import Decimal

for other in (1.5, "1", None):
    try:
        Decimal(1) + other
    except TypeError as error:
        print(error)
