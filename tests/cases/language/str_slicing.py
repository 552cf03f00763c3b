# Slicing strings, lists, tuples and ranges with every kind of bound.
s = "abcdefgh"
print(s[2:5], s[:3], s[5:], s[-3:], s[:-3], s[::2], s[1::3], s[::-1])
print(s[5:2:-1], s[-2:-6:-2], s[10:], s[:100], s[3:3] + "|")
print([1, 2, 3, 4][-1], (1, 2, 3)[-2:], range(10)[2:8:3])
print(range(10)[::-1], list(range(10, 0, -3)), range(5)[-1], s[None:2])
items = list(range(8))
items[2:4] = "xyz"
print(items)
items[::3] = [0] * len(items[::3])
print(items)
del items[1:3], items[-1]
items[:0] = [-1]
items[len(items):] = [99]
print(items, items[slice(1, 4)], slice(1, 10, 2).indices(6), slice(None, None, -1).indices(4))
for operation in (lambda: s[9], lambda: s[::0], lambda: s["a"], lambda: s[1.0]):
    try:
        operation()
    except (IndexError, ValueError, TypeError) as exc:
        print(type(exc).__name__)
try:
    items[::2] = [1]
except ValueError as exc:
    print("ValueError")

class Probe:
    def __getitem__(self, key):
        return key

p = Probe()
p[1], p[1:2], p[::], p[1, 2:3], p[...], p[-1:, "k"]
