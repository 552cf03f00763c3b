# Abstract classes and what they refuse.
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @property
    @abstractmethod
    def area(self): ...

    @abstractmethod
    def scale(self, k):
        return f"scaled {k}"

    @classmethod
    @abstractmethod
    def unit(cls): ...

    @staticmethod
    def info():
        return "shape"

    def __lt__(self, other):
        return self.area < other.area


class Square(Shape):
    def __init__(self, side):
        self.side = side

    @property
    def area(self):
        return self.side**2

    def scale(self, k):
        return super().scale(k) + f" square {self.side * k}"

    @classmethod
    def unit(cls):
        return cls(1)


class Partial(Shape):
    def scale(self, k): ...


print(Square(3).area, Square(2).scale(4), Square.unit().side, Shape.info(), Square(1) < Square(2), isinstance(Square(1), Shape))
print(sorted(Shape.__abstractmethods__), sorted(Partial.__abstractmethods__), Square.__abstractmethods__, type(Shape) is ABCMeta)
for cls in (Shape, Partial):
    try:
        cls()
    except TypeError as e:
        print(e)
sorted(Shape.__abstractmethods__)[0]
