# Rich comparison, total_ordering, __eq__ and __hash__.
from functools import total_ordering

@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, Version) else NotImplemented

    def __hash__(self):
        return hash(self.parts)

    __repr__ = lambda self: "v" + ".".join(map(str, self.parts))

class NoHash:
    __eq__ = lambda self, other: True

a, b = Version("1.10"), Version("1.9")
print(a > b, a >= b, a <= b, a != b, a == Version("1.10"), a == "1.10")
print(a != 1, sorted([a, b, Version("0.5.1")]), max(a, b))
print(len({a, b, Version("1.9")}), {a: 1}[Version("1.10")])
print(NoHash() == 5, 5 == NoHash(), NoHash() != 1, NoHash.__hash__)
for operation in (lambda: a < 1, lambda: hash(NoHash()), lambda: object() < object()):
    try:
        operation()
    except TypeError as exc:
        print(type(exc).__name__)
[a, NoHash()].index(b), object() == object(), [float("nan")] == [float("nan")], a.__lt__(3)
