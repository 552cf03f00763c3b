#! expect = {status = "ok"}
import collections
import types

class Node:
    __slots__ = ("next",)

    def __init__(self, next_):
        self.next = next_

def closure(inner):
    return lambda: inner

def error(inner):
    outer = ValueError()
    outer.__cause__ = inner
    return outer

for wrap in (lambda x: [x], lambda x: (x,), lambda x: {1: x}, Node, closure, error, lambda x: types.SimpleNamespace(x=x), lambda x: collections.deque([x]), types.CellType, lambda x: slice(x), lambda x: iter([x]), lambda x: types.MethodType(len, [x])):
    value = None
    for _ in range(20000):
        value = wrap(value)
    del value
print("contained")
