from decimal import Decimal

for other in (1.5, "1", None):
    try:
        Decimal(1) + other
    except TypeError as error:
        print(error)
