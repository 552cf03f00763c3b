# Lambdas: defaults, star arguments, conditionals, nesting and use as keys.
square = lambda x: x * x
default = lambda x, y=10, *rest, z=1, **kw: (x, y, rest, z, kw)
print(square(4), default(1), default(1, 2, 3, z=4, w=5), (lambda: None)(), (lambda *a: sum(a))(1, 2, 3))
print(sorted(["bb", "a", "ccc"], key=lambda s: -len(s)))
print(list(map(lambda a, b: a + b, [1, 2], [10, 20])), list(filter(lambda n: n & 1, range(6))))
print((lambda f: f(f))(lambda f: "self"), (lambda n: lambda m: n + m)(1)(2), square.__name__)
factorial = lambda n: 1 if n < 2 else n * factorial(n - 1)
Y = lambda f: (lambda x: f(lambda v: x(x)(v)))(lambda x: f(lambda v: x(x)(v)))
print(factorial(10), Y(lambda me: lambda n: n if n < 2 else me(n - 1) + me(n - 2))(12))
table = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "if": lambda c, t, e=None: t if c else e}
print(table["+"](2, 3), table["if"](0, "yes", "no"), table["if"](0, "yes"))
print([f(3) for f in (lambda x: x, lambda x: x**2)])
g = lambda: (yield 5)
print(list(g()), callable(g), (lambda x, /, *, y: x + y)(1, y=2), (lambda: (1, 2))())
max([{"n": 2}, {"n": 7}], key=lambda d: d["n"])
