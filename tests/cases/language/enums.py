# Enum, IntEnum, Flag, StrEnum, auto, aliases and members with behaviour.
from enum import Enum, Flag, IntEnum, StrEnum, auto

class Color(Enum):
    RED = 1
    GREEN = auto()
    CRIMSON = 1

    def mix(self, other):
        return f"{self.name}+{other.name}"

class Perm(Flag):
    R = 4
    W = 2
    X = 1
    ALL = R | W | X

Level, Kind = IntEnum("Level", "LOW HIGH"), StrEnum("Kind", ["A", "B"])
print(Color.RED, repr(Color.GREEN), Color(1), Color["GREEN"].value)
print(Color.CRIMSON is Color.RED, list(Color), len(Color), Color.RED.mix(Color.GREEN))
print(Perm.R | Perm.W, Perm.ALL & ~Perm.W, Perm.R in Perm.ALL)
print(bool(Perm(0)), Perm(3).name, list(Perm.ALL), Perm.R.value)
print(Level.HIGH > 1, Level.LOW + 1, f"{Level.HIGH}", Kind.A == "a")
print(f"{Kind.B}", Color.__members__.keys())
for operation in (
    lambda: Color(9), lambda: Color["X"], lambda: setattr(Color, "RED", 2),
    lambda: Color.RED < Color.GREEN, lambda: Color(),
):
    try:
        operation()
    except (ValueError, KeyError, AttributeError, TypeError) as exc:
        print(type(exc).__name__)
Color.RED in {Color.RED: 1}, isinstance(Level.LOW, int), Color.RED == 1, Perm.ALL
