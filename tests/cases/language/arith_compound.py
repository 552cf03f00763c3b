# Augmented assignment on names, items, attributes and mutable objects.
class Box:
    value = 10

box = Box()
box.value += 5
print(box.value, Box.value)
items = [1, 2, 3]
alias = items
items += (4,)
items *= 2
print(alias is items, alias)
items = items + [0]
print(alias is items)
n = 7
for op in (
    "n += 3", "n -= 1", "n *= 4", "n //= 5", "n **= 3", "n %= 100", "n <<= 3", "n >>= 1", "n |= 1",
    "n &= 12", "n ^= 5", "n /= 4",
):
    exec(op)
    print(f"{op:<8} {n}")
frozen = ([1],)
try:
    frozen[0] += [2]
except TypeError:
    print("TypeError, yet the list changed:", frozen)
calls = []
table = {"k": 1}
(lambda: calls.append("once") or table)()["k"] += 1
table, calls
