# An abstract base class, concrete shapes, polymorphism and sorting.
import math
from abc import ABC, abstractmethod


class Shape(ABC):
    sides = 0

    @abstractmethod
    def area(self): ...

    @abstractmethod
    def perimeter(self): ...

    def describe(self):
        return f"{type(self).__name__:<10} area {self.area():>8.3f}  perimeter {self.perimeter():>8.3f}"

    def __lt__(self, other):
        return self.area() < other.area()


class Circle(Shape):
    def __init__(self, radius):
        if radius <= 0:
            raise ValueError("radius must be positive")
        self.radius = radius

    def area(self):
        return math.pi * self.radius**2

    def perimeter(self):
        return 2 * math.pi * self.radius


class Rectangle(Shape):
    sides = 4

    def __init__(self, width, height):
        self.width, self.height = width, height

    def area(self):
        return self.width * self.height

    def perimeter(self):
        return 2 * (self.width + self.height)


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side)

    def describe(self):
        return super().describe() + f"  side {self.width}"


class Triangle(Shape):
    sides = 3

    def __init__(self, *lengths):
        self.lengths = lengths

    def area(self):
        s = self.perimeter() / 2
        return math.sqrt(math.prod(s - x for x in self.lengths) * s)

    def perimeter(self):
        return sum(self.lengths)


shapes = [Rectangle(3, 4), Circle(1.5), Square(2), Triangle(3, 4, 5)]
for shape in sorted(shapes):
    print(shape.describe())
for attempt in (Shape, lambda: Circle(-1)):
    try:
        attempt()
    except (TypeError, ValueError) as exc:
        print(f"{type(exc).__name__} raised")
print([cls.__name__ for cls in Square.__mro__])
print("polygons:", sum(s.sides > 0 for s in shapes), "of", len(shapes))
round(sum(s.area() for s in shapes), 6)
