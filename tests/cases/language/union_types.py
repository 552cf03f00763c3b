# diverges: as in CPython 3.14, `int | str` and `typing.Union[int, str]` are of one type, `typing.Union`; CPython 3.13 has two
# What a union of types is.
import types
import typing

print(type(int | str).__name__, type(int | str).__module__, type(int | str) is types.UnionType)
print(typing.Union[int, str] == (int | str), isinstance(int | str, typing.Union), repr(int | None))
typing.Union[int, str], typing.Optional[int]
