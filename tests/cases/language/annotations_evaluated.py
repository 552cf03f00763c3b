# Annotations without the future import: evaluated values, and helpers of typing.
from typing import Any, Callable, Literal, NamedTuple, NewType, TypedDict, cast, get_type_hints

def f(a: int, b: "str" = "x", *, c: list[int] | None = None) -> dict[str, Any]:
    return {}

class Employee(NamedTuple):
    name: str
    id: int = 3

    def badge(self) -> str:
        return f"{self.name}#{self.id}"

class Movie(TypedDict, total=False):
    title: str
    year: int

UserId = NewType("UserId", int)
e = Employee("Ann")
print(f.__annotations__["a"], f.__annotations__["b"], get_type_hints(f)["b"], f.__annotations__["c"])
print(e, e.badge(), e._replace(id=9), e[0], Employee._fields, Employee._field_defaults, e._asdict(), e == ("Ann", 3))
movie: Movie = {"title": "Emma", "year": 2020}
print(movie, type(movie).__name__, Movie.__total__, UserId(5) + 1)
print(cast(str, 5), get_type_hints(Movie) == {"title": str, "year": int})
mode: Literal["r", "w"] = "r"
handler: Callable[[int], str] = str
name, *others = e
handler(12), mode, name, others, list[int] | None, int | str
