# cache, lru_cache, cached_property.
from functools import cache, cached_property, lru_cache


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info(), fib.cache_parameters())
fib.cache_clear()
print(fib.cache_info().currsize, fib.__name__, fib.__wrapped__ is not fib)
calls = []


@lru_cache(maxsize=2)
def square(x, *, add=0):
    calls.append(x)
    return x * x + add


print([square(x) for x in (1, 2, 1, 3, 2, 1)], calls, square.cache_info())
print(square(1), square(1.0), square(1, add=1), len(calls))


@lru_cache(maxsize=4, typed=True)
def kind(x):
    return type(x).__name__


print(kind(1), kind(1.0), kind(True), kind.cache_info())


@cache
def paths(r, c):
    return 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)


print(paths(16, 16))


class Circle:
    def __init__(self, r):
        self.r = r

    @cached_property
    def area(self):
        print("computed")
        return 3 * self.r**2


c = Circle(2)
print(c.area, c.area, c.__dict__)
del c.area
c.r = 3
print(c.area, isinstance(Circle.area, cached_property))
try:
    square([1])
except TypeError as e:
    print(e)
fib(10)
