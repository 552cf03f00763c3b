# Virtual subclasses: register and __subclasshook__.
from abc import ABC, ABCMeta


class Quacks(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, C):
        return True if any("quack" in B.__dict__ for B in C.__mro__) else NotImplemented


class Duck:
    def quack(self): ...


print(issubclass(Duck, Quacks), issubclass(int, Quacks))


class Printable(ABC): ...


print(Printable.register(int) is int, isinstance(3, Printable), Printable in int.__mro__, isinstance("s", Printable))


@Printable.register
class Tag: ...


isinstance(Tag(), Printable)
