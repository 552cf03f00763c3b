# Container methods: __len__, __getitem__, __setitem__, __delitem__, and __call__.
class Grid:
    def __init__(self, width, height):
        self.width, self.cells = width, [0] * (width * height)

    def __index(self, key):
        x, y = key
        if not 0 <= x < self.width:
            raise IndexError(key)
        return y * self.width + x

    __len__ = lambda self: len(self.cells)

    def __getitem__(self, key):
        return self.cells[key] if isinstance(key, (int, slice)) else self.cells[self.__index(key)]

    def __setitem__(self, key, value):
        self.cells[self.__index(key)] = value

    def __delitem__(self, key):
        self[key] = None

    def __call__(self, *args, **kwargs):
        return args, kwargs

g = Grid(3, 2)
g[1, 1] = "x"
g[2, 0] += 5
del g[0, 0]
print(list(g), list(reversed(g)), "x" in g, 9 in g, g[1:3], g[-1], len(g), bool(g), g(1, k=2))
try:
    g[9, 0]
except IndexError as exc:
    print(exc.args, "_Grid__index" in dir(g))
[*enumerate(g)][:2], tuple(g) == tuple(g.cells), callable(g), callable(Grid), callable(3)
