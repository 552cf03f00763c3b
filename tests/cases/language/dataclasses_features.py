# Dataclasses: defaults, order, frozen, kw_only, slots, post-init, inheritance.
from dataclasses import FrozenInstanceError, InitVar, asdict, dataclass, field, replace

@dataclass(order=True)
class Base:
    x: int
    y: list = field(default_factory=list, compare=False)
    total: int = field(init=False, repr=False, default=0)
    scale: InitVar[int] = 1

    def __post_init__(self, scale):
        self.total = self.x * scale

@dataclass(frozen=True, slots=True)
class Point:
    a: float
    b: float = field(default=0.0, kw_only=True)

@dataclass
class Child(Base):
    z: str = "z"

print(Base(1), Base(2, [3], 10).total, Base(1, [5]) == Base(1))
print(Base(1) < Base(2), Child(1, z="q"), Child(1) == Base(1))
p = Point(1, b=2)
print(p, replace(p, b=5), hash(p) == hash(Point(1, b=2.0)))
print(asdict(Child(7, [1])), {p: "key"}[Point(1, b=2)], p.__match_args__)
for operation in (lambda: setattr(p, "a", 2), lambda: Point(1, 2), Base, lambda: p < p, lambda: hash(Base(1))):
    try:
        operation()
    except (FrozenInstanceError, TypeError) as exc:
        print(type(exc).__name__)
Base(1).y is not Base(1).y, sorted([Base(3), Base(1)])[0].x
