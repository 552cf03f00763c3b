#! expect = {status = "ok"}
from typing import NamedTuple

print("contained:", id((1, 2)) > 0, id({1: 2}) > 0, id([1]) > 0)

class Point(NamedTuple):
    x: int

class Plain(list):
    pass

class Other(list):
    pass

class Below(Plain):
    pass

Below.__bases__ = (Other,)
for value in (Point(1), Below([1, 2])):
    print("contained:", value)
del value
Point(3)
Below([3])
print("contained:", Point.__bases__, Below.__bases__)
