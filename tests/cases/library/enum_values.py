# IntEnum, StrEnum, auto, members with data and methods.
from enum import Enum, IntEnum, StrEnum, auto


class Level(IntEnum):
    LOW = auto()
    MID = 5
    HIGH = auto()


print(list(Level), Level.LOW < Level.HIGH, Level.MID + 1, f"{Level.MID}", str(Level.HIGH), sorted([Level.HIGH, Level.LOW])[0].name)


class Suit(StrEnum):
    HEARTS = auto()
    SPADES = "S"


print(Suit.HEARTS, repr(Suit.SPADES), Suit.HEARTS.upper(), Suit("S") == "S", "-".join(Suit))


class Planet(Enum):
    EARTH = (5.976e24, 6.37814e6)
    MARS = (6.421e23, 3.3972e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.6743e-11 * self.mass / self.radius**2

    @classmethod
    def _missing_(cls, value):
        return cls.EARTH if value == "home" else None


print([f"{p.name}: {p.gravity:.2f}" for p in Planet], Planet("home"))


class Status(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    OPEN = auto()
    DONE = auto()

    def __str__(self):
        return f"is {self.value}"


print(list(Status), str(Status.DONE), f"{Status.OPEN}")
Level.HIGH * 2
