# Abstract base classes, runtime protocols and virtual subclasses.
from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Mapping, Sequence, Sized
from typing import Protocol, runtime_checkable

class Shape(ABC):
    area = property(abstractmethod(lambda self: 0))

    @classmethod
    @abstractmethod
    def make(cls): ...

class Half(Shape):
    area = 5

class Full(Half):
    @classmethod
    def make(cls):
        return cls()

@runtime_checkable
class Closeable(Protocol):
    def close(self): ...

for cls in (Shape, Half):
    try:
        cls()
    except TypeError:
        print(cls.__name__, "is abstract:", sorted(cls.__abstractmethods__))
print(Full.make().area, isinstance(Full(), Shape), isinstance((x for x in ()), Closeable), isinstance(5, Closeable))
Shape.register(int)
print(isinstance(5, Shape), issubclass(bool, Shape), Shape in int.__mro__)
pairs = [([], Sized), ([], Hashable), ("", Sequence), ({}, Mapping), (iter(()), Iterable), (5, Iterable)]
[isinstance(x, c) for x, c in pairs]
