# Fields, defaults, ordering, frozen instances, conversion.
from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, is_dataclass, replace


@dataclass
class Item:
    name: str
    price: float = 0.0
    tags: list[str] = field(default_factory=list)
    secret: str = field(default="s", repr=False, compare=False)
    total: float = field(init=False)

    def __post_init__(self):
        self.total = self.price * 2


a, b = Item("pen", 1.5), Item("pen", 1.5, secret="other")
print(a, a == b, a != Item("cup"), a.secret, Item("x", tags=["t"]).tags)
a.tags.append("new")
print(b.tags, asdict(a), astuple(b), [f.name for f in fields(Item)], is_dataclass(Item), is_dataclass(a))


@dataclass(frozen=True, order=True, slots=True)
class Version:
    major: int
    minor: int = 0


v = Version(1, 2)
print(sorted([Version(2), v, Version(1)]), v < Version(1, 3), hash(v) == hash(Version(1, 2)), {v: "ok"}[Version(1, 2)])
print(replace(v, minor=9), max(Version(1), Version(0, 99)), Version.__slots__)
try:
    v.major = 5
except FrozenInstanceError as e:
    print(type(e).__name__, e)


@dataclass
class Node:
    value: int
    children: list["Node"] = field(default_factory=list)

    def depth(self):
        return 1 + max((c.depth() for c in self.children), default=0)


root = Node(1, [Node(2, [Node(4)]), Node(3)])
print(root, root.depth())
print(asdict(root))
for call in ("Item()", "Item('a', 1, [], 's', 5)", "Version(1) < 5", "Item('a', colour=1)"):
    try:
        print(eval(call))
    except TypeError as e:
        print(e)
Item("last", 2.5)
