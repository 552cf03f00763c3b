# Generic functions, classes and type aliases with type parameters.
from collections.abc import Callable, Sequence

def first[T](items: Sequence[T], default: T | None = None) -> T | None:
    return items[0] if items else default

def pick[T: (int, str), *Ts, **P](value: T, call: Callable[P, T]) -> tuple[T, *Ts]:
    return value, call()

class Stack[T]:
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self

    def map[U](self, f: Callable[[T], U]) -> "Stack[U]":
        result = Stack[U]()
        result.items = [f(x) for x in self.items]
        return result

class Numbers[N: float](Stack[N]):
    def total(self) -> N:
        return sum(self.items)

type Pair[A, B] = tuple[A, B]
type Tree = list[Tree | int]
stack = Stack[int]().push(1).push(2)
print(first("abc"), first([], 0), pick(1, lambda: 2))
print(stack.map(str).items, Numbers[float]().push(1.5).push(2).total())
print(first.__type_params__, pick.__type_params__, Stack.__parameters__ == Stack.__type_params__)
print(pick.__type_params__[0].__constraints__, Numbers.__type_params__[0].__bound__)
print(Pair.__name__, Pair.__value__, Pair.__type_params__, Pair[int, str], Tree.__value__, type(Tree).__name__)
Stack[int].__args__, Stack[int].__origin__ is Stack, [b.__name__ for b in Numbers.__mro__][:3]
