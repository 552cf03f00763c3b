class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    @property
    def norm(self):
        return self.x * self.x + self.y * self.y


point = Point(0, 0)
for i in range(30_000):
    point = point + Point(i % 3, 1)
result = point.norm
