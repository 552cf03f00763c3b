# Complex functions: roots, polar form, branch cuts.
import cmath
import math

print(cmath.sqrt(-1), cmath.sqrt(-4 + 0j), cmath.sqrt(complex(-4, -0.0)))
print(abs(3 + 4j), (3 + 4j).conjugate(), (1 + 2j) * (3 - 1j), (1 + 2j) / (3 - 1j))
print((1 + 1j) ** 2, (2j) ** 3, 1j**0, 0j**0)
r, phi = cmath.polar(1 + 1j)
print(round(r, 12), round(phi, 12), cmath.phase(-1), cmath.phase(complex(-1, -0.0)))
z = cmath.rect(2, math.pi / 2)
print(round(z.real, 12), z.imag)
print(cmath.exp(0j), cmath.log(1), cmath.log10(1000), cmath.isclose(cmath.exp(1j * math.pi), -1))


def quadratic(a, b, c):
    d = cmath.sqrt(b * b - 4 * a * c)
    b = complex(-b)
    return (b + d) / (2 * a), (b - d) / (2 * a)


for coefficients in ((1, -3, 2), (1, 2, 5), (1, 2, 1)):
    print(coefficients, quadratic(*coefficients))
print(cmath.isnan(complex(0, math.nan)), cmath.isinf(complex(math.inf, 0)), cmath.isfinite(1j))
print(complex("1+2j"), complex(" -3j "), complex(1.5), complex(1, -2), repr(complex(-0.0, 0.0)))
print(f"{1.23456 + 2j:.2f}", f"{3j:+.1f}", str(1e20 + 1j))
for call in ("1j < 2", "cmath.log(0)", "complex('1+')", "1j / 0", "int(1j)"):
    try:
        print(eval(call))
    except Exception as e:
        print(call, "->", type(e).__name__)
cmath.sqrt(3 + 4j)
