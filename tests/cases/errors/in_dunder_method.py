# An operator that calls a method that raises.
class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __add__(self, other):
        if len(self.parts) != len(other.parts):
            raise ValueError(f"sizes differ: {len(self.parts)} and {len(other.parts)}")
        return Vector(*map(sum, zip(self.parts, other.parts)))


print((Vector(1, 2) + Vector(3, 4)).parts)
Vector(1, 2) + Vector(1, 2, 3)
