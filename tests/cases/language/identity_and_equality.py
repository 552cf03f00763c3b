# is, ==, in and hash: identity against equality.
a, b, c = [1], [1], None
d = a
print(a == b, a is b, a is d, c is None, a is not b, [] == [], () == (), {} == dict(), [] is not [])
print(1 == 1.0 == True == 1 + 0j, "1" == 1, b"a" == "a", (1,) == [1])
print({1} == frozenset([1]), 0.1 + 0.2 == 0.3, range(2) == [0, 1])
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash("a") == hash("a"))
print(len({1, 1.0, True, "1"}), 2.0 in {2}, True in [1])
nan = float("nan")
print(nan == nan, nan is nan, nan in [nan], [nan] == [nan], {nan: 1}[nan], (nan,) == (nan,), float("nan") in [nan])

class Same:
    def __init__(self, key):
        self.key = key

    def __eq__(self, other):
        return isinstance(other, Same) and self.key == other.key

    def __hash__(self):
        return hash(self.key)

s = {Same(1): "one", Same(2): "two"}
print(s[Same(1)], Same(2) in s, Same(3) in s, Same(1) != Same(2))
print(Same(1) == 1, [Same(5)].index(Same(5)), [Same(1)].count(Same(1)))
for unhashable in ([], {}, set(), bytearray(), ([],)):
    try:
        hash(unhashable)
    except TypeError as exc:
        print(exc)
hash((1, 2)) == hash((1.0, 2.0)), hash(0.5) == hash(0.5), (1, [2]) == (1, [2]), None == 0
