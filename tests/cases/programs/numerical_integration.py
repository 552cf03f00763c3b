# Trapezoid, Simpson, Romberg and adaptive integration compared on known integrals.
import math


def trapezoid(f, a, b, n):
    h = (b - a) / n
    return h * ((f(a) + f(b)) / 2 + math.fsum(f(a + i * h) for i in range(1, n)))


def simpson(f, a, b, n):
    if n % 2:
        raise ValueError("n must be even")
    h = (b - a) / n
    odd = math.fsum(f(a + i * h) for i in range(1, n, 2))
    even = math.fsum(f(a + i * h) for i in range(2, n, 2))
    return h / 3 * (f(a) + 4 * odd + 2 * even + f(b))


def romberg(f, a, b, levels=6):
    table = []
    for i in range(levels):
        row = [trapezoid(f, a, b, 2**i)]
        for j, above in enumerate(table[-1] if table else []):
            row.append(row[j] + (row[j] - above) / (4 ** (j + 1) - 1))
        table.append(row)
    return table


def adaptive(f, a, b, tolerance=1e-8, depth=0):
    middle = (a + b) / 2
    whole, left, right = simpson(f, a, b, 2), simpson(f, a, middle, 2), simpson(f, middle, b, 2)
    if abs(left + right - whole) <= 15 * tolerance or depth > 20:
        return left + right
    return adaptive(f, a, middle, tolerance / 2, depth + 1) + adaptive(f, middle, b, tolerance / 2, depth + 1)


INTEGRALS = [
    ("x^2 on [0, 3]", lambda x: x * x, 0, 3, 9),
    ("sin on [0, pi]", math.sin, 0, math.pi, 2),
    ("1/x on [1, e]", lambda x: 1 / x, 1, math.e, 1),
    ("sqrt(1-x^2)", lambda x: math.sqrt(max(0.0, 1 - x * x)), -1, 1, math.pi / 2),
]

print(f"{'integral':<16}{'trapezoid':>12}{'simpson':>12}{'romberg':>12}{'exact':>12}")
for name, f, a, b, exact in INTEGRALS:
    values = [trapezoid(f, a, b, 32), simpson(f, a, b, 32), romberg(f, a, b)[-1][-1]]
    print(f"{name:<16}" + "".join(f"{v:>12.7f}" for v in values) + f"{exact:>12.7f}")

print("\nRomberg table for the sine:")
for row in romberg(math.sin, 0, math.pi, 5):
    print("  " + " ".join(f"{value:.6f}" for value in row))

print("\nerror of the trapezoid rule halves its step:")
previous = None
for n in (4, 8, 16, 32):
    error = abs(trapezoid(math.exp, 0, 1, n) - (math.e - 1))
    print(f"  n = {n:>2}: {error:.2e}" + (f"  ratio {previous / error:.3f}" if previous else ""))
    previous = error

bell = adaptive(lambda x: math.exp(-x * x), -5, 5)
print(f"bell curve {bell:.6f}, sqrt(pi) {math.sqrt(math.pi):.6f}")
try:
    simpson(math.sin, 0, 1, 3)
except ValueError as exc:
    print("ValueError:", exc)
round(romberg(math.sin, 0, math.pi)[-1][-1], 9)
