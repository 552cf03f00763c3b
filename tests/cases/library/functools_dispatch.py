# singledispatch on functions and methods, partialmethod.
from functools import partialmethod, singledispatch, singledispatchmethod


@singledispatch
def show(x):
    return f"object {x}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
def _(x):
    return "list " + ",".join(map(show, x))


print(show(1), show(True), show([1, 2.5]), show.dispatch(bool).__name__, len(show.registry))


class Cell:
    alive = False

    def set(self, state):
        self.alive = state

    enable = partialmethod(set, True)

    @singledispatchmethod
    def neg(self, x):
        raise NotImplementedError(type(x).__name__)

    @neg.register
    def _(self, x: int):
        return -x


cell = Cell()
cell.enable()
print(cell.alive, cell.neg(5))
try:
    cell.neg("x")
except NotImplementedError as e:
    print(repr(e))
try:
    show.register("not a class")
except TypeError as e:
    print(type(e).__name__)
show([True, [1]])
