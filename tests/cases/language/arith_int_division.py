# Floor division, modulo and divmod of ints take the sign of the divisor.
for a in (7, -7):
    for b in (2, -2, 3, -3):
        q, r = divmod(a, b)
        assert q * b + r == a and q == a // b and r == a % b
        print(f"{a:>2} // {b:>2} = {q:>2}   {a:>2} % {b:>2} = {r:>2}   {a:>2} / {b:>2} = {a / b}")

for a, b in [(0, 5), (0, -5), (1, 10**20), (-1, 10**20), (10**20, -3), (True, 2)]:
    print(a // b, a % b)
for operation in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: divmod(1, 0), lambda: 0**-1):
    try:
        operation()
    except ZeroDivisionError as exc:
        print(type(exc).__name__)
divmod(-(10**30), 7)
