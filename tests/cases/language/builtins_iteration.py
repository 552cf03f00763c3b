# enumerate, zip, map, filter, reversed, any, all, min, max, sum, sorted and range.
names, ages = ["ann", "bob", "cyd"], [31, 25, 40]
print(list(enumerate(names, 1)), list(zip(names, ages)), dict(zip(names, ages)))
print(list(zip()), list(zip("ab")), list(zip(*[(1, 2), (3, 4)])))
try:
    list(zip(names, [1], strict=True))
except ValueError as exc:
    print(exc)
print(list(map(str.upper, names)), list(map(pow, [2, 3], [3, 2])))
print(list(filter(None, [0, 1, "", "a"])), list(reversed(range(1, 6, 2))))
print(any([]), all([]), any(x > 30 for x in ages), all(map(str.islower, names)), any(iter([0, "", 3])))
print(min(ages), max(names, key=len), min([], default="none"), max("b", "a"))
print(min({"z": 1, "y": 2}), max([1, 2], [1, 3]), min(3, 1.5))
print(sum(ages), sum([[1], [2]], []), sum((0.5, 1)), sum([], 7), sum(x for x in [True, True]), sum([1, 2], start=10))
print(sorted(names, key=lambda n: n[-1]), sorted(ages, reverse=True))
print(sorted({"b": 1, "a": 2}), sorted("hello"), sorted([], key=None))
r = range(10, 0, -3)
print(list(r), len(r), r[1], r[-1], 4 in r, 5 in r, r.index(7), r[1:3])
print(r == range(10, 1, -3), range(0) == range(2, 2), r.start, r.step)
big = range(0, 10**30, 7)
print(len(range(10**18)), big[-1], 7 * 10**20 in big, list(range(3, 3)))
print(hash(range(3)) == hash(range(0, 3)), range(True, 4))
calls = []
list(zip(iter(lambda: calls.append(1) or len(calls), 4), "ab"))
len(calls), list(enumerate("ab", start=-1)), abs(-3), divmod(-7, 2), pow(2, 5, 7), [*map(lambda *a: a, "ab", (1, 2))]
