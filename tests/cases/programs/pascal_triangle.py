# Pascal's triangle, polynomials as coefficient lists, and Bernoulli numbers.
from fractions import Fraction
from math import comb


def rows(n):
    row = [1]
    for _ in range(n):
        yield row
        row = [a + b for a, b in zip([0, *row], [*row, 0])]


table = list(rows(9))
width = len(" ".join(map(str, table[-1])))
for row in table:
    print(" ".join(map(str, row)).center(width).rstrip())
print("modulo 2:")
for row in table[:8]:
    print("".join("▲ " if x % 2 else "  " for x in row).center(16).rstrip())

assert all(row == [comb(n, k) for k in range(n + 1)] for n, row in enumerate(table))
print("sums:", [sum(row) for row in table])
print("diagonals:", [sum(comb(n - k, k) for k in range(n // 2 + 1)) for n in range(10)])


class Poly:
    def __init__(self, *coefficients):
        coefficients = list(coefficients)
        while len(coefficients) > 1 and coefficients[-1] == 0:
            coefficients.pop()
        self.c = coefficients

    def __add__(self, other):
        n = max(len(self.c), len(other.c))
        return Poly(*((self[i] + other[i]) for i in range(n)))

    def __getitem__(self, i):
        return self.c[i] if i < len(self.c) else 0

    def __mul__(self, other):
        out = [0] * (len(self.c) + len(other.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(other.c):
                out[i + j] += a * b
        return Poly(*out)

    def __pow__(self, n):
        return self * self ** (n - 1) if n else Poly(1)

    def __call__(self, x):
        result = 0
        for c in reversed(self.c):
            result = result * x + c
        return result

    def derivative(self):
        return Poly(*(i * c for i, c in enumerate(self.c) if i)) if len(self.c) > 1 else Poly(0)

    def __str__(self):
        terms = []
        for power, c in reversed(list(enumerate(self.c))):
            if c:
                body = "" if abs(c) == 1 and power else str(abs(c))
                x = f"x^{power}" if power > 1 else "x" * power
                terms.append(f"{'-' if c < 0 else '+'} {body}{x}")
        text = " ".join(terms) or "+ 0"
        return text[2:] if text.startswith("+ ") else "-" + text[2:]


p = Poly(1, 1) ** 5
print(p, "|", p.derivative(), "|", p(2))
print(Poly(-1, 0, 1) * Poly(1, 0, 1), "|", Poly(2, -3) + Poly(-2, 3), "|", Poly(0, Fraction(1, 2))(Fraction(2, 3)))

bernoulli = []
for m in range(11):
    bernoulli.append(Fraction(int(m == 0)) - sum(comb(m, k) * b / (m - k + 1) for k, b in enumerate(bernoulli)))
print("bernoulli:", ", ".join(map(str, bernoulli)))
p.c, str(bernoulli[-1])
