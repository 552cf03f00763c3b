# match: class patterns, __match_args__, nesting and dataclasses.
from dataclasses import dataclass

@dataclass
class Point:
    x: float
    y: float

class Circle:
    __match_args__ = ("centre",)

    def __init__(self, centre, radius):
        self.centre, self.radius = centre, radius

def describe(shape):
    match shape:
        case Point(0, 0):
            return "origin"
        case Point(x=0) | Point(y=0):
            return "on an axis"
        case Point(x, y):
            return f"point {x} {y}"
        case Circle(Point(x, y), radius=r) if r > 10:
            return f"large circle at {x} {y}"
        case Circle(Point() as c):
            return f"circle at {c}"
        case object(radius=r):
            return f"something round, {r}"

shapes = [
    Point(0, 0), Point(0, 5), Point(1, 2), Circle(Point(1, 1), 20), Circle(Point(1, 1), 2),
    Circle(None, 3), "none",
]
print(*map(describe, shapes), sep="\n")
Point.__match_args__
