# The power operator: integers, negative exponents, floats, modulus and precedence.
print(2**10, 2**-2, (-2) ** 3, -(2**2), -2**2, 2**3**2, (2**3) ** 2, 0**0, 0.0**0)
print((-8) ** 2, 4**0.5, 10**-3, 1**1000000, (-1) ** 1000001, 2.0**-1, 1e200**0.5)
print(pow(3, 4, 5), pow(3, -1, 7), pow(-3, 3, 5), pow(2, 100, 1), pow(2, 10, -7))
print(type(2**2), type(2**-2), type(2.0**2), type((-4) ** 0.5))
z = (-4) ** 0.5
print(round(z.real, 9) + 0.0, round(z.imag, 9), True**2, 2**True)
for operation in (lambda: pow(2, -1, 4), lambda: 10.0**400, lambda: pow(2, 2, 0), lambda: pow(2.0, 2, 3)):
    try:
        print(operation())
    except (ValueError, OverflowError, TypeError) as exc:
        print(type(exc).__name__)
3**200 % 10**9, pow(7, 10**18, 1000)
