# Complex arithmetic, repr and parsing.
print(1 + 2j, 1j, -1j, 0j, complex(1, -0.0), complex("1+2j"), complex(" -j "), complex(3), 1e3j, (2 + 0j) == 2)
a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, -a, abs(a), a.conjugate(), a.real, a.imag, a**2, a**-1, a == 3 + 4j)
print(repr(complex(-0.0, 1)), complex(0, float("inf")), complex(float("nan"), 0), str(1.5 - 0.5j), [1j, 2.0])
print(f"{a:.2f} {a:>12} {1.234 + 5.678j:.1f}", bool(0j), bool(1j), hash(1 + 0j) == hash(1))
for operation in (lambda: a < b, lambda: a // b, lambda: int(a), lambda: complex("1 + 2j"), lambda: a / 0):
    try:
        operation()
    except (TypeError, ValueError, ZeroDivisionError) as exc:
        print(type(exc).__name__)

class Real:
    def __float__(self):
        return 2.5

print(complex(Real()), complex(real=1, imag=2), sum([1j, 2, 3.5]))
a * a.conjugate(), (1 + 1j) ** 4
