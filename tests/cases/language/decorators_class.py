# Decorating classes, and decorators that are classes or bound methods.
import functools

def add_repr(cls):
    cls.__repr__ = lambda self: f"{cls.__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
    return cls

@add_repr
class Point:
    __init__ = lambda self, x, y: self.__dict__.update(x=x, y=y)

class Counted:
    def __init__(self, func):
        self.func, self.count = functools.update_wrapper(self, func).__wrapped__, 0

    def __call__(self, *args):
        self.count += 1
        return self.func(*args)

    def __get__(self, instance, owner=None):
        return self if instance is None else functools.partial(self, instance)

class Greeter:
    @Counted
    def greet(self, name):
        return f"hi {name}"

g = Greeter()
print(Point(1, "a"), g.greet("ann"), g.greet("bob"), Greeter.greet.count, Greeter.greet.__name__)
Point(y=2, x=[]), functools.reduce(lambda f, d: d(f), [Counted, Counted], len)("four")
