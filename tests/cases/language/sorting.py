# Sorting: stability, keys, reverse, mixed numbers, partial orders and in-place sort.
from functools import cmp_to_key
from operator import attrgetter, itemgetter

rows = [("pear", 3), ("fig", 1), ("apple", 3), ("kiwi", 1), ("plum", 2)]
print(sorted(rows, key=itemgetter(1)))
print(sorted(rows, key=itemgetter(1), reverse=True))
print(sorted(rows, key=lambda r: (-r[1], r[0])), sorted(rows, key=lambda r: len(r[0]))[0])
print(sorted([3, 1.5, True, -2, 2**70, float("-inf")]), sorted("bAcB"))
print(sorted("bAcB", key=str.lower), sorted([(1, "b"), (1, "a"), (0, "z")]))
print(sorted(["10", "9", "2"]), sorted(["10", "9", "2"], key=int))
print(sorted([[2], [1, 5], []]), sorted({3: "c", 1: "a"}.items()))
print(sorted([5, 2, 9, 1], key=cmp_to_key(lambda a, b: b - a)), sorted("b a c".split(), key=["c", "b", "a"].index))
xs = [4, 2, 8]
print(xs.sort(), xs, xs.sort(key=lambda x: -x, reverse=True), xs)

class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

items = [Item(n) for n in (3, 1, 2)]
print([i.n for i in sorted(items)], min(items).n, max(items).n)
print([i.n for i in sorted(items, key=attrgetter("n"), reverse=True)])
try:
    sorted([1, None])
except TypeError as exc:
    print(exc)
calls = []
sorted([3, 1, 2], key=lambda x: calls.append(x) or x)
calls, sorted([0.0, -0.0, 0]), sorted(range(20), key=lambda n: n % 3)[:8]
