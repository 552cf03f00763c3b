#! expect = {status = "fuel"}
#! fuel = 100000
import fractions
x = fractions.Fraction(1, 3)
while True:
    x = x * x + x
