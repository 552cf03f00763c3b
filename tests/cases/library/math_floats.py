# Float details of math: exact sums, closeness, neighbours.
import math

print(math.fsum([0.1] * 10), sum([0.1] * 10), math.fsum([1e100, 1.0, -1e100]))
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.1), math.isclose(0, 1e-12))
print(math.isclose(0, 1e-12, abs_tol=1e-9), math.isclose(math.inf, math.inf), math.isclose(math.nan, math.nan))
print(math.nextafter(1.0, 2.0), math.nextafter(0.0, 1.0), math.nextafter(1.0, 0.0, steps=3))
print(math.ulp(1.0), math.ulp(1e16), math.ulp(0.0))
print(math.gamma(5), round(math.gamma(0.5), 12), math.lgamma(100), math.erf(0.5), round(math.erfc(2), 12))
print(math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), round(math.acosh(2), 12), round(math.atanh(0.5), 12))
print(math.fma(2.0, 3.0, 4.0), math.fma(1e308, 10, -math.inf))
print(math.floor(0.1 + 0.7) * 10, round(2.5), round(3.5), round(-0.5), round(2.675, 2))
print(round(1234.5678, -2), round(15, -1), round(25, -1), round(5e-324, 400))
print(1e22 // 640, -929 // -586290314.48, 7.5 % -2, divmod(-7.5, 2), 1e308 % 3)
print(0.1.as_integer_ratio(), (0.5).hex(), float.fromhex("0x1.8p3"), (-0.0).hex())
print(math.inf > 10**400, 10**400 < float("inf"), math.nan == math.nan)
print(float("1e-400"), float("  -12.5e3 "), float("1_000.5"), float("-nan"))
math.ulp(math.pi)
