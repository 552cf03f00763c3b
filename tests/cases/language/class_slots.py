# __slots__ replaces the instance dict.
class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y=0):
        self.x, self.y = x, y

class Named(Point):
    __slots__ = ("name",)

class Open(Point):
    pass

p, n, o = Point(1, 2), Named(3), Open(4)
n.name, o.extra = "n", "dict"
del p.y
for operation in (
    lambda: p.y, lambda: setattr(p, "z", 1), lambda: setattr(n, "w", 1), lambda: p.__dict__,
    lambda: delattr(p, "y"),
):
    try:
        operation()
    except AttributeError as exc:
        print(type(exc).__name__)
print(n.x, n.y, n.name, o.__dict__, hasattr(n, "__dict__"), Named.__slots__, type(Point.x).__name__)
try:
    type("Clash", (), {"__slots__": ("a",), "a": 1})
except ValueError as exc:
    print(type(exc).__name__)
p.y = 5
p.x, p.y, Point.y.__get__(p), [s for c in Named.__mro__ for s in getattr(c, "__slots__", ())]
