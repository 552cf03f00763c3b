"""`sys.getsizeof` tells what CPython 3.13 does on a machine of 64 bits."""

import array
import collections
import datetime
import sys

size = sys.getsizeof
print([size(number) for number in (0, 1, -1, 2**30 - 1, 2**30, 2**60, 2**1000, True)], size(1.5), size(1j), size(None))
print([[size(letter * count) for count in (0, 2, 3, 100)] for letter in ("a", "é", "ż", "😀")])
print([size(bytes(count)) for count in (0, 1, 100)], [size(bytearray(count)) for count in (0, 1, 100)])
print([size(tuple(range(count))) for count in (0, 1, 2, 3, 100)], [size([0] * count) for count in (0, 1, 5, 1000)])
print(size([1, 2, 3]), size([number for number in range(1000)]), size(list(range(1000))))
grown, sizes = [], []
for number in range(70):
    sizes.append(size(grown))
    grown.append(number)
print(sizes)
print([size({number: number for number in range(count)}) for count in (0, 1, 5, 6, 10, 11, 1000)])
print([size({str(number): number for number in range(count)}) for count in (0, 1, 5, 6, 10, 11, 1000)])
print([size(set(range(count))) for count in (0, 4, 5, 18, 19, 76, 77, 1000)], size(frozenset(range(100))))
print(size(range(10)), size(slice(1)), size(map(str, [])), size(zip()), size(enumerate([])), size(iter([])))
print(size(collections.deque()), size(collections.deque(range(1000))), size(array.array("l", [1, 2, 3])))
print(size(datetime.date(2026, 1, 1)), size(datetime.datetime(2026, 1, 1)), size(datetime.timedelta(1)))
print(size(object()), size(len), size(lambda: 0), size(sys), size(int), size(ValueError("x")), size(OSError()))


class Plain:
    def __init__(self):
        self.x = self.y = 1


class Slots:
    __slots__ = ("x", "y")


class More(Slots):
    __slots__ = ("z",)


class Open(Slots):
    pass


class Items(list):
    pass


class Table(dict):
    pass


class Number(int):
    pass


class Problem(Exception):
    pass


Point = collections.namedtuple("Point", "x y")
for value in (Plain(), Slots(), More(), Open(), Items(), Table(), Number(5), Problem(), Point(1, 2)):
    print(type(value).__name__, size(value), type(value).__basicsize__, value.__sizeof__())
print(size(Plain), int.__basicsize__, int.__itemsize__, tuple.__itemsize__, list.__basicsize__)


class Told:
    def __init__(self, told):
        self.told = told

    def __sizeof__(self):
        return self.told


print(size(Told(2**40)), size(Told(sys.maxsize)), Told(1000).__sizeof__(), size(Told("x"), 7), size(object=1, default=2))
for wrong in (-1, "x", 2**63):
    try:
        size(Told(wrong))
    except (OverflowError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
