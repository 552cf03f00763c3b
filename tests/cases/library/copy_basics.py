# Shallow and deep copies, cycles, hooks, replace.
import copy
from collections import OrderedDict, deque
from dataclasses import dataclass

a = [1, [2, 3], {"k": [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append("x")
a[2]["k"] = 0
print(a, b, c, b[1] is a[1], c[1] is a[1])
loop = [1]
loop.append(loop)
d = copy.deepcopy(loop)
print(d, d[1] is d, d is not loop)
shared = [0]
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1], pair[0] is shared)
t, f = (1, "a"), (1, [2])
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy(f) is f, copy.copy(len) is len)
for value in ({1, 2}, deque([1], 3), OrderedDict(a=[1]), bytearray(b"xy"), frozenset([3]), range(3), 1.5):
    twin = copy.deepcopy(value)
    print(twin, twin == value, twin is value)


class Hooked:
    def __init__(self, v):
        self.v = v

    def __copy__(self):
        return Hooked(("copied", self.v))

    def __deepcopy__(self, memo):
        return Hooked(("deep", copy.deepcopy(self.v, memo)))


print(copy.copy(Hooked(1)).v, copy.deepcopy([Hooked([2])])[0].v)


@dataclass
class P:
    x: int
    y: list


p = P(1, [2])
q = copy.deepcopy(p)
q.y.append(3)
print(p, q, copy.copy(p).y is p.y, copy.replace(p, x=9))
try:
    copy.deepcopy(i for i in "ab")
except TypeError as e:
    print(e)
copy.deepcopy({"a": [1, (2, [3])]})
