# New-style generics, type aliases, Self, override.
from typing import Self, TypeAliasType, assert_never, override, get_args, TYPE_CHECKING, is_typeddict, TypedDict, Required, NotRequired


def first[T](items: list[T], default: T | None = None) -> T | None:
    return items[0] if items else default


class Stack[T]:
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> Self:
        self.items.append(item)
        return self

    def pop(self) -> T:
        return self.items.pop()


class Loud(Stack[str]):
    @override
    def push(self, item: str) -> Self:
        return super().push(item.upper())


type Pair[A, B = int] = tuple[A, B]
type Tree = dict[str, Tree] | None

print(first([3, 4]), first([], "none"), first.__type_params__, Stack.__type_params__)
print(Loud().push("a").push("b").pop(), Stack[int]().push(1).items, Loud.push.__override__)
print(Pair, Pair.__value__, Pair.__type_params__, isinstance(Pair, TypeAliasType), Tree.__name__, get_args(Pair[int, str]))
print(int | str == str | int, get_args(int | None), isinstance(3, int | str), isinstance(None, int | None), TYPE_CHECKING)


class Config(TypedDict):
    host: Required[str]
    port: NotRequired[int]


print(is_typeddict(Config), sorted(Config.__required_keys__), sorted(Config.__optional_keys__))


def area(shape: str) -> int:
    match shape:
        case "unit":
            return 1
        case _:
            assert_never(shape)


print(area("unit"))
try:
    area("blob")
except AssertionError as e:
    print(e)
try:
    int | 3
except TypeError as e:
    print(e)
first(["last"])
