# Type hints at run time: get_type_hints, origins, NamedTuple, TypedDict.
from typing import (
    Annotated, Any, Callable, Literal, NamedTuple, NewType, Optional, TypedDict, Union,
    cast, get_args, get_origin, get_type_hints,
)


class Point(NamedTuple):
    x: int
    y: int = 0

    @property
    def norm(self):
        return abs(self.x) + abs(self.y)


print(Point(3), Point(3, -4).norm, Point._fields, Point._field_defaults, Point.__annotations__)


class Movie(TypedDict, total=False):
    title: str
    year: int


m: Movie = {"title": "Alien", "year": 1979}
print(m, Movie(title="x"), Movie.__total__, sorted(Movie.__optional_keys__), sorted(Movie.__required_keys__))


def f(a: int, b: "list[str]" = [], *c: float, d: Optional[int] = None) -> dict[str, int]: ...


hints = get_type_hints(f)
print(hints["a"], hints["b"], hints["return"], get_args(hints["d"]), f.__annotations__["b"])
print(get_origin(list[int]), get_args(dict[str, list[int]]), get_args(Callable[[int, str], bool]), get_args(Literal["a", 1]))
print(get_args(Annotated[int, "meta"]), get_type_hints(f, include_extras=True)["a"], list[int], tuple[int, ...], Callable[[int], str])
print(Union[int, int] is int, Literal[1, 2], Any, Literal["x"] == Literal["x"], get_origin(Annotated[int, 1]) is Annotated)
UserId = NewType("UserId", int)
print(UserId(5) + 1, UserId.__name__, cast(int, "not checked"))
for call in ("isinstance([], list[int])", "Point()"):
    try:
        print(eval(call))
    except TypeError as e:
        print(type(e).__name__, e)
get_type_hints(Point)
