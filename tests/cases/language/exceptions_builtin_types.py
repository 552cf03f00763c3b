# Which built-in exception each mistake raises.
mistakes = """
1 / 0
[][1]
{}["k"]
int("x")
"a" + 1
None.attr
undefined
next(iter(()))
2.0 ** 10000
int(float("inf"))
b"\\xff".decode()
len(5)
(5).real()
len[0]
tuple()[0.5]
{[]: 1}
range(1, 2, 0)
sum("ab")
max([])
sorted([1, "a"])
dict([(1, 2, 3)])
set().pop()
str(b"x", "nope")
bytes(-1)
"""
found = {}
for code in mistakes.strip().splitlines():
    try:
        result = eval(code)
    except Exception as exc:
        found[type(exc).__name__] = found.get(type(exc).__name__, 0) + 1
        print(f"{code:<22}{type(exc).__name__}")
found
