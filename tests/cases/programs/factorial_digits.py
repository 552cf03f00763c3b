# Factorials, trailing zeros, digits of e and pi with integer arithmetic only.
import math


def trailing_zeros(n):
    count, power = 0, 5
    while power <= n:
        count += n // power
        power *= 5
    return count


def e_digits(n):
    unit = 10 ** (n + 10)
    term = total = unit
    k = 1
    while term:
        term //= k
        total += term
        k += 1
    return str(total // 10**10)


def arctan_inverse(x, unit):
    power = total = unit // x
    n, sign = 3, -1
    while power:
        power //= x * x
        total += sign * (power // n)
        sign, n = -sign, n + 2
    return total


def pi_digits(n):
    unit = 10 ** (n + 10)
    return str(4 * (4 * arctan_inverse(5, unit) - arctan_inverse(239, unit)) // 10**10)


for n in (5, 10, 20, 30):
    print(f"{n}! = {math.factorial(n):,}")

big = math.factorial(500)
text = str(big)
print(f"500! has {len(text)} digits, {len(text) - len(text.rstrip('0'))} trailing zeros")
assert trailing_zeros(500) == 124
print("digit sum of 100!:", sum(int(d) for d in str(math.factorial(100))))
print("first and last nonzero part:", text[:10], text.rstrip("0")[-10:])
print("20! in bases:", format(math.factorial(20), "x"), format(math.factorial(20), "o"), sep="\n  ")

print("e  =", f"2.{e_digits(60)[1:]}")
print("pi =", f"3.{pi_digits(60)[1:]}")
root = math.isqrt(2 * 10**80)
print("sqrt 2 =", f"{str(root)[0]}.{str(root)[1:]}")

print("C(100, 50) =", math.comb(100, 50), "P(10, 3) =", math.perm(10, 3))
catalan = [math.comb(2 * n, n) // (n + 1) for n in range(12)]
print("catalan:", catalan)
subfactorial = [1, 0]
for n in range(2, 10):
    subfactorial.append((n - 1) * (subfactorial[-1] + subfactorial[-2]))
print("derangements:", subfactorial)
pi_digits(30)
