# Too many positional arguments, a duplicate, and a missing keyword.
def f(a, b=1, *, c):
    return a + b + c


for attempt in (lambda: f(1, 2, 3, c=4), lambda: f(1, a=2, c=3), lambda: f(1)):
    try:
        attempt()
    except TypeError as e:
        print(e)


class Point:
    def __init__(self, x):
        self.x = x

    def move(self):
        return self


Point(1).move(5)
