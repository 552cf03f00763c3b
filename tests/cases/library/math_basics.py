# Everyday math functions with edge values.
import math

print(math.sqrt(2), math.sqrt(0), math.sqrt(1e300), math.sqrt(-0.0))
print(math.isqrt(10**40), math.isqrt(99), math.isqrt(0))
print(math.cbrt(3), math.cbrt(-8), math.cbrt(1000), math.cbrt(0.5))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.floor(1e20))
print(math.exp(1), math.expm1(1e-10), math.exp2(10), math.exp(-745.2))
print(math.log(10), math.log(8, 2), math.log2(1 << 100), math.log10(1000), math.log1p(1e-12))
print(math.pow(2, 0.5), math.pow(0, 0), math.hypot(3, 4), math.hypot(1, 2, 2))
print(math.fabs(-3), math.copysign(3, -0.0), math.fmod(-7, 3), math.remainder(7, 4))
print(math.modf(-3.75), math.frexp(48.0), math.ldexp(0.75, 6))
print(math.degrees(math.pi), math.radians(180), math.tau)
print(math.dist((1, 2), (4, 6)), math.dist([0.0] * 3, [1.0] * 3))
print(math.isfinite(1e308 * 10), math.isinf(-math.inf), math.isnan(math.nan))
for x in (0.0, 0.5, 1.0):
    print(x, math.sin(x), math.cos(x), math.asin(x), math.acos(x), math.atan2(x, -1))
for call in ("math.sqrt(-1)", "math.log(0)", "math.exp(1000)", "math.acos(2)", "math.fmod(1, 0)"):
    try:
        print(eval(call))
    except (ValueError, OverflowError) as e:
        print(call, type(e).__name__)
math.pi
