# Exact rational arithmetic: Egyptian fractions, continued fractions, harmonic sums.
from fractions import Fraction as F
from math import ceil, pi


def egyptian(fraction):
    parts = []
    while fraction > 0:
        unit = F(1, ceil(1 / fraction))
        parts.append(unit)
        fraction -= unit
    return parts


def continued(fraction):
    terms = []
    while True:
        whole = fraction.numerator // fraction.denominator
        terms.append(whole)
        if fraction == whole:
            return terms
        fraction = 1 / (fraction - whole)


def convergents(terms):
    for end in range(1, len(terms) + 1):
        value = F(terms[end - 1])
        for term in reversed(terms[: end - 1]):
            value = term + 1 / value
        yield value


def repeating(fraction):
    whole, rest = divmod(fraction.numerator, fraction.denominator)
    digits, seen = [], {}
    while rest and rest not in seen:
        seen[rest] = len(digits)
        digit, rest = divmod(rest * 10, fraction.denominator)
        digits.append(str(digit))
    if not rest:
        return f"{whole}.{''.join(digits) or '0'}"
    start = seen[rest]
    return f"{whole}.{''.join(digits[:start])}({''.join(digits[start:])})"


for f in (F(3, 4), F(5, 6), F(7, 15), F(4, 13)):
    parts = egyptian(f)
    assert sum(parts) == f
    print(f"{f} = {' + '.join(map(str, parts))}")

print("415/93 =", continued(F(415, 93)))
print("pi     =", [str(c) for c in convergents([3, 7, 15, 1])])
print("limit  =", F(pi).limit_denominator(1000), F("3.14159"), F("-7/21"), F(0.375))
for n in (2, 3, 7, 12, 17, 28):
    print(f"1/{n} = {repeating(F(1, n))}")

harmonic = sum(F(1, k) for k in range(1, 21))
print("H(20) =", harmonic, "=", round(float(harmonic), 10))
print("mixed:", divmod(F(17, 5), 1), F(17, 5) // 2, F(-17, 5) % 1, F(2, 3) ** -3, round(F(7, 3), 2), abs(F(-1, 9)))
print("ordering:", sorted([F(1, 3), F(1, 4), F(2, 7)]), max(F(3, 5), 0.59), F(1, 2) == 0.5)
harmonic.denominator
