# Arithmetic far beyond 64 bits.
a, b = 3**150, 7**90
print(a * b)
print(a + b - b == a, a * b // b == a, (a * b + 12345) % b)
print(-a // b, -a % b, divmod(a, -b)[1])
print(len(str(2**4000)), str(2**200)[::-1][:10], 2**64 - 1, -(2**63))
import math

print(math.isqrt(10**60), math.gcd(a * 6, b * 9), math.lcm(2**70, 6**20) % 10**9, math.factorial(25))
print(f"{2**100:,} {2**100:_x} {10**30:e} {10**18:.3e}")
print(float(10**22), float(2**53 + 1), int(float(2**53 + 1)), 10**400 > 1e308, 2**1023 == float(2**1023))
print(10**25 / 10**24, (10**400) / (10**399), 3 * 10**20 == 3e20, 2**53 + 1 == 2.0**53)
try:
    float(10**400)
except OverflowError as exc:
    print(exc)
hash(10**30) == hash(10**30 + 0), round(123456789012345678901, -18), abs(-(10**40)) == 10**40
