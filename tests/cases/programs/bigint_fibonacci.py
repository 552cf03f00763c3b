# Fibonacci numbers of a thousand digits and the digits of 2**1000, by several methods.
from math import gcd


def iterative(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def doubling(n):
    if n == 0:
        return 0, 1
    a, b = doubling(n // 2)
    c = a * (2 * b - a)
    d = a * a + b * b
    return (d, c + d) if n % 2 else (c, d)


def wrap(number, width=50):
    text = str(number)
    return "\n".join(text[i : i + width] for i in range(0, len(text), width))


f1000 = iterative(1000)
print(f"F(1000) has {len(str(f1000))} digits:")
print(wrap(f1000))
assert f1000 == doubling(1000)[0]

f5000 = doubling(5000)[0]
print("F(5000) ends in", f5000 % 10**12, "and starts with", str(f5000)[:12])
print("bit length:", f5000.bit_length(), "set bits:", f5000.bit_count())

power = 2**1000
print("digit sum of 2**1000:", sum(map(int, str(power))))
print("hex of F(300):", hex(iterative(300)))
first = next(n for n in range(1000) if len(str(iterative(n))) == 100)
print("first with 100 digits: F(%d)" % first)

mod = 10**9 + 7
print("3**(10**6) mod p:", pow(3, 10**6, mod), "inverse of 3:", pow(3, -1, mod))
ratio = iterative(101) * 10**30 // iterative(100)
print("golden ratio, 30 digits:", f"{str(ratio)[0]}.{str(ratio)[1:]}")
pairs = [(a, b) for a in range(1, 16) for b in range(1, a)]
print("gcd property:", all(gcd(iterative(a), iterative(b)) == iterative(gcd(a, b)) for a, b in pairs))
zeckendorf, rest, k = [], 10**18, 100
while rest:
    k = next(i for i in range(k, 0, -1) if iterative(i) <= rest)
    zeckendorf.append(k)
    rest -= iterative(k)
print("10**18 is the sum of F(k) for k in", zeckendorf)
f1000 % 10**20
