# Newton's method for roots, square roots, polynomials, and its failures.
import math


class NoConvergence(ArithmeticError):
    pass


def newton(f, df, x, tolerance=1e-12, limit=50):
    for step in range(1, limit + 1):
        slope = df(x)
        if slope == 0:
            raise NoConvergence(f"flat at x = {x:.3g}")
        previous, x = x, x - f(x) / slope
        if abs(x - previous) <= tolerance * max(1.0, abs(x)):
            return x, step
    raise NoConvergence(f"no convergence after {limit} steps")


def polynomial(coefficients):
    def value(x):
        result = 0.0
        for c in coefficients:
            result = result * x + c
        return result

    return value


def derivative(coefficients):
    n = len(coefficients) - 1
    return [c * (n - i) for i, c in enumerate(coefficients[:-1])]


def sqrt_trace(a, x=1.0):
    while True:
        yield x
        following = (x + a / x) / 2
        if following == x:
            return
        x = following


for i, x in enumerate(sqrt_trace(2.0)):
    print(f"  x{i} = {x:.15f}  error {abs(x - math.sqrt(2)):.1e}")
    if i == 5:
        break

cases = [
    ("x^2 - 612", [1, 0, -612], 10.0),
    ("x^3 - 2x - 5", [1, 0, -2, -5], 2.0),
    ("x^2 + 1", [1, 0, 1], 0.7),
    ("x^3 - 2x + 2", [1, 0, -2, 2], 0.0),
    ("x^2 - 4 from 0", [1, 0, -4], 0.0),
]
roots = {}
for name, coefficients, start in cases:
    try:
        root, steps = newton(polynomial(coefficients), polynomial(derivative(coefficients)), start)
    except NoConvergence as exc:
        print(f"{name:<15} {exc}")
    else:
        roots[name] = root
        print(f"{name:<15} x = {root:.10f} in {steps} steps, f(x) = {abs(polynomial(coefficients)(root)):.0e}")

root, _ = newton(lambda x: math.cos(x) - x, lambda x: -math.sin(x) - 1, 1.0)
print(f"cos x = x       x = {root:.10f}")
print("cube root of 10:", round(newton(lambda x: x**3 - 10, lambda x: 3 * x * x, 2.0)[0], 10))
{name: round(root, 9) for name, root in roots.items()}
