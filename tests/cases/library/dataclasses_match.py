# Dataclasses as patterns in match.
from dataclasses import dataclass


@dataclass
class Circle:
    radius: float


@dataclass
class Rect:
    w: float
    h: float


def area(shape):
    match shape:
        case Circle(radius=r):
            return round(3.14159 * r * r, 2)
        case Rect(w, h) if w == h:
            return f"square {w * h}"
        case Rect(w, h):
            return w * h
        case _:
            return None


print([area(s) for s in (Circle(1), Rect(2, 2), Rect(2, 3), "x")])


@dataclass
class Line:
    start: Circle
    end: Circle


match Line(Circle(1.5), Circle(0)):
    case Line(start=Circle(radius=a), end=Circle(0)):
        print("from", a)
for shape in (Circle(0.5), Rect(h=1, w=4)):
    match shape:
        case Circle(radius=r) | Rect(w=r):
            print(type(shape).__name__, r)
Circle.__match_args__ + Rect.__match_args__
