# Number theory: extended gcd, Chinese remainders, Diophantine equations, totients, modular roots.
from functools import reduce
from math import gcd, lcm


def egcd(a, b):
    x0, x1, y0, y1 = 1, 0, 0, 1
    while b:
        q, a, b = a // b, b, a % b
        x0, x1 = x1, x0 - q * x1
        y0, y1 = y1, y0 - q * y1
    return a, x0, y0


def crt(pairs):
    def merge(first, second):
        (r1, m1), (r2, m2) = first, second
        g, p, _ = egcd(m1, m2)
        if (r2 - r1) % g:
            raise ValueError(f"x = {r1} mod {m1} contradicts x = {r2} mod {m2}")
        common = m1 // g * m2
        return (r1 + (r2 - r1) // g * p % (m2 // g) * m1) % common, common

    return reduce(merge, pairs)


def diophantine(a, b, c):
    g, x, y = egcd(a, b)
    if c % g:
        return None
    x, y = x * (c // g), y * (c // g)
    shift = x // (b // g)
    return x - shift * (b // g), y + shift * (a // g)


def totient(n):
    result, p, rest = n, 2, n
    while p * p <= rest:
        if rest % p == 0:
            while rest % p == 0:
                rest //= p
            result -= result // p
        p += 1
    return result - result // rest if rest > 1 else result


def order(a, n):
    return next(k for k in range(1, n) if pow(a, k, n) == 1)


def spoken(n):
    ones = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " \
        "seventeen eighteen nineteen".split()
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    if n < 0:
        return "minus " + spoken(-n)
    if n < 20:
        return ones[n]
    if n < 100:
        return tens[n // 10 - 2] + (f"-{ones[n % 10]}" if n % 10 else "")
    for size, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = n % size
            joint = " and " if 0 < rest < 100 else " "
            return f"{spoken(n // size)} {word}" + (joint + spoken(rest) if rest else "")


for a, b in [(240, 46), (17, 3120), (-12, 18)]:
    g, x, y = egcd(a, b)
    assert a * x + b * y == g
    print(f"{a}*({x}) + {b}*({y}) = {g}")
print("x = 2 mod 3, 3 mod 5, 2 mod 7:", crt([(2, 3), (3, 5), (2, 7)]))
try:
    crt([(1, 4), (2, 6)])
except ValueError as exc:
    print("ValueError:", exc)
print("12x + 21y = 9:", diophantine(12, 21, 9), "| 6x + 9y = 5:", diophantine(6, 9, 5))
print("totients:", [totient(n) for n in range(1, 21)], totient(1_000_000))
print("order of 2:", {n: order(2, n) for n in (7, 9, 11, 101)})
print("primitive root of 23:", next(g for g in range(2, 23) if order(g, 23) == 22))
print("squares modulo 13:", sorted({x * x % 13 for x in range(1, 13)}))
print("lcm and gcd:", lcm(*range(1, 21)), gcd(0, 5), gcd(-12, 18), lcm(), gcd(), reduce(gcd, [84, 126, 210]))
for n in (0, 13, 42, 700, 1001, 65536, -2_000_000_019):
    print(f"{n:>14,}: {spoken(n)}")
egcd(1071, 462)
