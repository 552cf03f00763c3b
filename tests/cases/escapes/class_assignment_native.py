#! expect = {status = "ok"}
import collections
import itertools
import operator
import types

objects = [itertools.count(), types.CellType(1), types.MappingProxyType({}), slice(1), collections.deque(),
           operator.itemgetter(1), iter([]), {}.keys(), (x for x in ()), memoryview(b"abc"), ValueError(), object(), 5, "x", [], {}]
done = 0
for thing in objects:
    for other in objects:
        try:
            thing.__class__ = type(other)
            if type(thing) is not type(other):
                print("ESCAPED", thing)
        except TypeError:
            done += 1
        try:
            object.__setattr__(thing, "__class__", type(other))
        except (TypeError, AttributeError):
            done += 1
print("contained:", done > 300)
