# Sets and frozensets: operators, methods, comparisons and hashing.
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(*map(sorted, (a | b, a & b, a - b, b - a, a ^ b)), a <= {1, 2, 3, 4, 5}, {1, 2} < a, a > b, a.isdisjoint({9}))
print(sorted(a.union([7], (8,))), sorted(a.intersection(range(3))), sorted(a.difference([1], [2])))
print(sorted(a.symmetric_difference([1, 9])), a.issubset(range(10)), a.issuperset([1]))
s = set("hello")
s.add("!")
s.discard("zzz")
s.remove("h")
s.update("xy", ["z"])
print(sorted(s), len(s), "e" in s, set(), frozenset(), {*()}, {1, 1.0, True}, {(1, 2)}, frozenset("a"))
a |= {10}
a &= {1, 2, 10, 11}
a -= {1}
a ^= {2, 3}
print(sorted(a), a.copy() is a, sorted({x % 3 for x in range(10)}))
print(type(frozenset([1]) | {2}).__name__, type({2} | frozenset([1])).__name__)
for operation in (
    lambda: {1}.remove(5), lambda: {[1]}, lambda: {1} + {2}, lambda: {1} | [2],
    lambda: frozenset().add(1), lambda: set().pop(),
):
    try:
        operation()
    except (KeyError, TypeError, AttributeError) as exc:
        print(type(exc).__name__)
nested = {frozenset({1, 2}), frozenset({2, 1}), frozenset()}
print(len(nested), hash(frozenset({1, 2})) == hash(frozenset({2, 1})))
print({7}.pop(), min({3, 1}), sorted({(1, 2), (0, 5)}))
a == {3, 10}, {1, 2} == {2, 1}, {1} != {1.0}
