# Float addition, sums with compensation, infinities and conversions.
import math

print(0.1 + 0.2, 0.1 * 3, 1.1 + 2.2, 1e16 + 1, 1 - 0.9, 3.3 % 1)
print(sum([0.1] * 10), math.fsum([0.1] * 10), sum([1e16, 1.0, -1e16]), sum([0.1, 0.2, 0.3], 0.0))
inf = math.inf
print(inf - inf, inf * 0, inf + 1, -inf < inf, inf == inf * 2, 1 / inf, -1 / inf, inf // 1)
print(math.isclose(0.1 + 0.2, 0.3), math.isnan(inf - inf), math.copysign(3, -0.0), math.ulp(1.0))
print(math.nextafter(1.0, 2.0), math.frexp(10.0), math.ldexp(0.625, 4), math.modf(-2.25), math.fabs(-3))
print(1 + 1.0, 1 / 2, 4 / 2, 7 // 2.0, 2**0.5 * 2**0.5, abs(-1.5), +1.5, -(-1.5), divmod(5.5, 2))
print(max(1, 1.0), min(1.0, 1), max(-0.0, 0.0), sorted([3, 1.5, 2, -inf, inf]))
print(1.0 in [1], {1: "a", 1.0: "b", True: "c"})
print(math.hypot(3, 4), math.dist((1, 2), (4, 6)), math.prod([0.5, 4]))
print(math.sumprod([1, 2], [0.5, 0.25]), math.sqrt(2))
hash(1.0) == hash(1), hash(0.5), hash(inf), 0.1 + 0.2 == 0.3
