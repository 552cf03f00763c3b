# Protocols and generic classes at run time.
from typing import Generic, Protocol, TypeVar, runtime_checkable


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class Door:
    def close(self):
        pass


print(isinstance(Door(), Closes), isinstance(3, Closes))
T = TypeVar("T", bound=int)


class Box(Generic[T]):
    def __init__(self, item: T):
        self.item = item


print(Box[int](3).item, T, T.__bound__, Box[int].__args__, Box.__parameters__)


class Sized(Protocol):
    size: int


class Crate(Sized):
    size = 3


class Pair(Generic[T]):
    def __init__(self, *items: T) -> None:
        self.items = items

    def swap(self) -> "Pair[T]":
        return Pair(*reversed(self.items))


print(Crate().size, Pair(1, 2).swap().items, Pair[int](3, 4).swap().items, Crate.__mro__[1] is Sized)
for call in ("Closes()", "isinstance([], list[int])", "isinstance(3, Sized)", "Box[int, str]"):
    try:
        print(eval(call))
    except TypeError as e:
        print(call, "->", type(e).__name__)
Pair.__parameters__
