# Assignment expressions in conditions, loops, comprehensions and calls.
import re

if (n := len("hello")) > 3:
    print("long", n)
data = iter([5, 3, 0, 9])
while chunk := next(data):
    print("chunk", chunk)
print([last := x * 2 for x in range(4)], last)
print([y for x in range(6) if (y := x * x) % 2 == 0], y)
print(any((hit := w).startswith("b") for w in ["ab", "bc", "bd"]), hit)
if (m := re.match(r"(\w+)@(\w+)", "ann@home")) and (user := m[1]):
    print(user, m[2])
total = 0
print([total := total + v for v in range(5)], total)

def f(a, *, b=(c := 10)):
    return a + b + (d := 1) + d

print(f(x := 1), x, c, (lambda: (z := 3) + z)(), {"k": (v := "val")}["k"] == v, (t := 1, 2)[1], t)
print(f"{(w := 4)} {w}", [(p, q) for p in range(3) for q in [p * 10] if (r := p + q)], r)

def outer():
    inner = [(captured := i) for i in range(3)]
    return inner, captured

outer()
