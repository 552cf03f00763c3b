# namedtuple and the User wrappers.
from collections import UserDict, UserList, UserString, abc, namedtuple

Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p + (3,), p == (1, 2), p._asdict(), p._replace(x=9), Point._fields, Point._make([5, 6]))
x, y = p
print(x, y, hash(p) == hash((1, 2)), len(p), isinstance(p, tuple), Point.__doc__, p._field_defaults)
Item = namedtuple("Item", "name qty price", defaults=[1, 0.0])
print(Item("pen"), Item("cup", 2), Item._field_defaults, sorted([Item("b"), Item("a", 5)]))
print(namedtuple("R", "a class a _b", rename=True)._fields, max([Point(1, 9), Point(2, 0)]))


class Vec(Point):
    __slots__ = ()

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)


print(Vec(1, 2) + Vec(3, 4), Vec(1, 2))
match p:
    case Point(x=0):
        print("origin column")
    case Point(a, b):
        print("matched", a, b)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


low = Lower({"A": 1}, Bc=2)
low.update(ZZ=3)
print(low, "a" in low, low.data)


class Stack(UserList):
    def push(self, x):
        self.append(x)


s = Stack([1])
s.push(2)
print(s, s + [3], s[0:1], type(s[:]).__name__, UserString("abc").upper() + "d")
print(isinstance([], abc.Sequence), isinstance({}, abc.Mapping), isinstance(iter([]), abc.Iterator), issubclass(set, abc.MutableSet), isinstance(len, abc.Callable))
for call in ("Point(1)", "Point(1, 2, 3)", "p._replace(z=1)", "namedtuple('X', 'def')", "namedtuple('X', 'a a')", "Point._make([1])"):
    try:
        print(eval(call))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, call)
try:
    p.x = 3
except AttributeError:
    print("read only")
Point(0.5, None)
