# Integer functions of math: factorials, combinations, gcd, products.
import math

print([math.factorial(n) for n in range(8)], math.factorial(25))
print(math.comb(52, 5), math.comb(5, 7), math.perm(10, 3), math.perm(5))
print(math.gcd(), math.gcd(12, 18, 27), math.gcd(-4, 6), math.gcd(0, 0))
print(math.lcm(), math.lcm(4, 6, 10), math.lcm(3, 0), math.lcm(-2, 3))
print(math.prod([]), math.prod([1.5, 2, 4]), math.prod(range(1, 11)), math.prod([2, 3], start=10))
print(math.isqrt(2**64 - 1), [math.isqrt(i) for i in range(12)])
print(math.sumprod([1, 2, 3], [4, 5, 6]), math.sumprod([0.1] * 10, [1] * 10))
for call in (
    "math.factorial(-1)",
    "math.factorial(2.0)",
    "math.comb(-1, 2)",
    "math.isqrt(-1)",
    "math.gcd(1.5, 2)",
    "math.sumprod([1], [1, 2])",
):
    try:
        print(eval(call))
    except (ValueError, TypeError) as e:
        print(call, "->", type(e).__name__)
math.comb(100, 50)
