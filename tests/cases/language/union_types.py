# What a union of types is.
import types
import typing

print(type(int | str).__name__, type(int | str).__module__, type(int | str) is types.UnionType)
print(typing.Union[int, str] == (int | str), isinstance(int | str, typing.Union), repr(int | None))
typing.Union[int, str], typing.Optional[int]
