import cmath

points = [
    1.5 + 2.5j, -0.7 + 0.1j, 1e-300 - 1e-310j, complex(-2, -0.0), 1e308 + 1e308j, 3 - 4e-9j, 0.999999 + 1e-8j,
    709.0 + 1j, 710.2 + 1.5j, -745.1 + 3j, 1 + 1e-160j, complex(0.0, -1.0), 1e200j, 5e-324 + 5e-324j,
]
for name in (
    "acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "exp", "log", "log10", "phase", "polar", "sin",
    "sinh", "sqrt", "tan", "tanh",
):
    for z in points:
        try:
            print(name, z, getattr(cmath, name)(z))
        except Exception as e:
            print(name, z, type(e).__name__, e)
print(cmath.log(3 + 4j, 2), cmath.log(1e-310, 1 + 1j), cmath.rect(2.5, 1e5), cmath.rect(-1, -0.0))
print((1.5 + 2.5j) ** (0.5 - 1j), 2.5 ** (1 + 3j), (-8) ** (1 / 3), (0.1 + 0.2j) ** 7)
