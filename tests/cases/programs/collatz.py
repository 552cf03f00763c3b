# Collatz sequences with memoised lengths, perfect numbers, and other number curiosities.
from functools import cache
from itertools import count, takewhile
from math import isqrt


def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


@cache
def length(n):
    return 1 if n == 1 else 1 + length(n // 2 if n % 2 == 0 else 3 * n + 1)


def divisors(n):
    small = [d for d in range(1, isqrt(n) + 1) if n % d == 0]
    return small + [n // d for d in reversed(small) if d * d != n]


def digits(n):
    return [int(d) for d in str(n)]


def is_happy(n):
    seen = set()
    while n != 1 and n not in seen:
        seen.add(n)
        n = sum(d * d for d in digits(n))
    return n == 1


def kaprekar(n):
    steps = []
    while n != 6174:
        text = "".join(sorted(f"{n:04d}"))
        n = int(text[::-1]) - int(text)
        steps.append(n)
        if n == 0:
            break
    return steps


def look_and_say(term, n):
    for _ in range(n):
        yield term
        out, i = "", 0
        while i < len(term):
            j = i
            while j < len(term) and term[j] == term[i]:
                j += 1
            out += f"{j - i}{term[i]}"
            i = j
        term = out


print(" > ".join(map(str, collatz(13))))
longest = max(range(1, 1000), key=length)
print(f"longest below 1000: {longest} with {length(longest)} terms, peak {max(collatz(longest))}")
for n in (1, 6, 28, 97):
    assert length(n) == len(list(collatz(n)))

kinds = {"perfect": [], "abundant": [], "deficient": []}
for n in range(1, 31):
    total = sum(divisors(n)) - n
    kinds["perfect" if total == n else "abundant" if total > n else "deficient"].append(n)
for kind, members in kinds.items():
    print(f"{kind:<10} {members}")

print("divisors of 360:", divisors(360))
amicable = [(a, b) for a in range(2, 300) if (b := sum(divisors(a)) - a) > a and sum(divisors(b)) - b == a]
print("amicable:", amicable)
print("armstrong:", [n for n in range(10, 1000) if n == sum(d ** len(str(n)) for d in digits(n))])
print("happy:", [n for n in range(1, 50) if is_happy(n)])
print("kaprekar 3524:", kaprekar(3524), "1111:", kaprekar(1111))
print("look and say:", list(look_and_say("1", 7)))
triangular = (n * (n + 1) // 2 for n in count(1))
print("triangular squares:", [t for t in takewhile(lambda t: t < 2000, triangular) if isqrt(t) ** 2 == t])
longest, length(27)
