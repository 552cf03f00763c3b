# Floor division and modulo of floats, with signs, zeros and large quotients.
import math

pairs = [(7.5, 2), (-7.5, 2), (7.5, -2), (-7.5, -2), (1.0, 0.1), (-1e-20, 3.0), (5.0, math.inf), (-5.0, math.inf)]
for a, b in pairs:
    print(a // b, a % b, divmod(a, b), math.fmod(a, b))
print(1e22 // 640, 1e22 % 640, -929 // -586290314.48, 1e308 // 1e-5)
print(0.0 // 3, -0.0 // 3, 0.0 % -3, -0.0 % 3, 6.0 % -3)
print(math.remainder(7, 2), math.remainder(5, 2), math.remainder(-7.5, 2))
for operation in (lambda: 1.0 // 0, lambda: 1.0 % 0.0, lambda: 1.0 / 0, lambda: 0.0**-2):
    try:
        operation()
    except ZeroDivisionError as exc:
        print(type(exc).__name__)
[x % 1 for x in (2.75, -2.75, 1e16 + 2)]
