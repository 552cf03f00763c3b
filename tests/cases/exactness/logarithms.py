# Logarithms of ints of any size, with bases, and their errors.
import math

print(math.log(10**400), math.log2(2**5000), math.log10(10**500), math.log(3**2000 + 1, 3), math.log(8, 2), math.log2(8), math.log10(1000))
print([math.log2(2**n) == n for n in (0, 1, 53, 64, 1023, 1024, 4000)], [math.log10(10**n) == n for n in range(23)] == [True] * 23)
for call in (lambda: math.log(0), lambda: math.log(-1.5), lambda: math.log(10, 1), lambda: math.log(10, 0), lambda: math.log("a"), lambda: math.log2(0)):
    try:
        print(call())
    except (ValueError, ZeroDivisionError, TypeError) as error:
        print(type(error).__name__)
print(math.sin(1e22), math.cos(1e300), math.tan(math.pi / 2), math.exp(710) if False else math.exp(709.78), math.pow(2, 0.5), math.atan2(-0.0, -1))
