# Recursion: factorials, hanoi, permutations, mutual recursion, flattening and the recursion limit.
def hanoi(n, a="A", b="B", c="C"):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)

def is_even(n):
    return True if n == 0 else is_odd(n - 1)

def is_odd(n):
    return False if n == 0 else is_even(n - 1)

def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))

def flatten(x):
    return [y for item in x for y in flatten(item)] if isinstance(x, list) else [x]

def power_set(items):
    return [[]] if not items else [s + extra for s in power_set(items[1:]) for extra in ([], [items[0]])]

def endless(n):
    return endless(n + 1) + 1

print(hanoi(3), len(hanoi(6)), is_even(10), is_odd(7), ackermann(2, 3))
print(flatten([1, [2, [3, [[4]]], []]]), power_set("abc")[-2:])
try:
    endless(0)
except RecursionError as exc:
    print(type(exc).__name__, isinstance(exc, RuntimeError))
gcd = lambda a, b: gcd(b, a % b) if b else a
gcd(1071, 462), is_even(150), (lambda s: s(s, 5))(lambda s, n: 1 if n == 0 else n * s(s, n - 1))
