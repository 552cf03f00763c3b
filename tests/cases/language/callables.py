# Everything callable: functions, classes, methods, partials, __call__ and built-ins.
from functools import partial, partialmethod, reduce

class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, /, *more):
        return self.n + x + sum(more)

    def method(self, x, y=0):
        return self.n, x, y

    bound_two = partialmethod(method, 2, y=5)

add5 = Adder(5)
double = partial(pow, exp=2)
print(add5(1), add5(1, 2, 3), list(map(add5, [10, 20])), double(7))
print(partial(print, "a", sep="-").args, partial(int, base=2)("101"))
print([callable(x) for x in (add5, Adder, len, lambda: 0, "text", add5.method, None, int, partial(int))])
print(add5.bound_two())
method = add5.method
unbound = Adder.method
print(method(1), unbound(add5, 1, 2), method.__name__)
print(method.__self__ is add5, Adder.__call__(add5, 4), type(add5)(3)(4))
dispatch = {"up": str.upper, "first": min, "wrap": "<{}>".format, "make": dict, "join": "-".join}
print({name: f("ba") for name, f in dispatch.items() if name != "make"}, dispatch["make"](k=1))
compose = lambda *fs: reduce(lambda f, g: lambda x: g(f(x)), fs)
add5.__call__ = lambda x: "instance attribute is ignored"
try:
    add5.n()
except TypeError as exc:
    print(exc)
compose(str, len, add5)(1234), add5(0), (lambda f, n: reduce(lambda acc, _: f(acc), range(n), 1))(lambda x: x * 2, 8)
