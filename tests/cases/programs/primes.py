# Sieve, Miller-Rabin, factorisation, twin primes and Goldbach pairs.
from math import isqrt


def sieve(limit):
    flags = bytearray([1]) * (limit + 1)
    flags[0:2] = b"\0\0"
    for p in range(2, isqrt(limit) + 1):
        if flags[p]:
            flags[p * p :: p] = bytes(len(range(p * p, limit + 1, p)))
    return [n for n, flag in enumerate(flags) if flag]


def is_prime(n):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def factorise(n):
    factors, p = {}, 2
    while p * p <= n:
        while n % p == 0:
            factors[p] = factors.get(p, 0) + 1
            n //= p
        p += 1 if p == 2 else 2
    if n > 1:
        factors[n] = factors.get(n, 0) + 1
    return factors


primes = sieve(5000)
print("first ten:", primes[:10])
print("count below 5000:", len(primes), "largest:", primes[-1])
print("twins below 100:", [(p, p + 2) for p in primes if p < 98 and p + 2 in primes])

for n in (360, 9973, 1001, 2**16 - 1, 600851475143):
    text = " x ".join(f"{p}^{e}" if e > 1 else str(p) for p, e in factorise(n).items())
    print(f"{n} = {text}")

for n in (28, 100):
    print(n, "=", [f"{p}+{n - p}" for p in primes if p <= n // 2 and is_prime(n - p)])

print("2**61-1 is prime:", is_prime(2**61 - 1))
print("2**67-1 is prime:", is_prime(2**67 - 1))
assert [n for n in range(5001) if is_prime(n)] == primes
sum(primes)
