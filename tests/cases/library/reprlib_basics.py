# Shortened reprs and recursive_repr.
import reprlib
from reprlib import Repr, recursive_repr

print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}))
print(reprlib.repr(set(range(20))), reprlib.repr(tuple("abcdefgh")), reprlib.repr(10**60), reprlib.repr([[[[[[[1]]]]]]]))
print(reprlib.repr([]), reprlib.repr((1,)), reprlib.repr(frozenset([1])), reprlib.repr("short"))
r = Repr(maxlist=2, maxstring=12, maxdict=1, maxlevel=2, fillvalue="***")
print(r.repr([1, 2, 3]), r.repr("a long string value"), r.repr({"b": 1, "a": 2}), r.repr([[[1]]]))
print(Repr(indent=2).repr([1, [2, 3], "x"]))


class Money:
    def __init__(self, n):
        self.n = n


class MyRepr(Repr):
    def repr_Money(self, obj, level):
        return f"${obj.n}"


print(MyRepr().repr([Money(5), 1]))


class Node:
    def __init__(self, value):
        self.value, self.links = value, []

    @recursive_repr(fillvalue="<cycle>")
    def __repr__(self):
        return f"Node({self.value}, {self.links})"


a, b = Node("a"), Node("b")
a.links.append(b)
b.links.append(a)
print(a)
reprlib.repr(b"0" * 60)
