# Inheritance, kw_only, InitVar, class errors, make_dataclass.
from dataclasses import KW_ONLY, InitVar, dataclass, field, make_dataclass, replace
from typing import ClassVar


@dataclass
class Base:
    id: int
    kind: ClassVar[str] = "base"
    active: bool = True


@dataclass
class Child(Base):
    _: KW_ONLY
    name: str
    scale: InitVar[int] = 1
    size: int = field(default=10, metadata={"unit": "cm"})

    def __post_init__(self, scale):
        self.size *= scale


c = Child(1, name="n", scale=3)
print(c, c.kind, Child.__match_args__, Child.__dataclass_fields__["size"].metadata["unit"])
print(replace(c, name="m", scale=2))
P = make_dataclass("P", [("x", int), ("y", int, field(default=5))], namespace={"sum": lambda self: self.x + self.y})
print(P(1), P(1).sum(), P(1, 2) == P(1, 2))


@dataclass(eq=False, repr=False)
class Plain:
    x: int = 0


print(Plain() == Plain(), hash(Plain()) is not None)
for body in ("a: list = []", "a: int = 1\n    b: int"):
    try:
        exec(f"@dataclass\nclass Bad:\n    {body}")
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    hash(c)
except TypeError as e:
    print(e)
P(1, 2)
