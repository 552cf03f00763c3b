# Type hints: stored, not enforced; strings, defaults, class and variable annotations.
from __future__ import annotations

import typing
from typing import Annotated, ClassVar, Optional

def scale(x: int, factor: float = 2.0, *rest: str, flag: bool = False, **extra: Undefined) -> list[int]:
    local: NotEvaluated = 5
    return [x * factor, local]

class Model:
    name: str
    size: int = 3
    shared: ClassVar[dict[str, int]] = {}

    def method(self, other: Model) -> Optional[Model]: ...

count: int = 5
pending: str
(spaced): int = 1
print(scale("ab", 2), scale.__annotations__)
print(Model.__annotations__, hasattr(Model, "name"), Model.size, "pending" in globals(), spaced)
print(typing.get_type_hints(Model.method) == {"other": Model, "return": Optional[Model]})
tagged = Annotated[int, "positive"]
typing.get_args(tagged), typing.get_origin(list[int]) is list, typing.get_args(dict[str, int]) == (str, int)
