# Enum, auto, unique, aliases, lookup.
from enum import Enum, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], Color.CRIMSON is Color.RED)
print(list(Color), len(Color), Color.RED in Color, 2 in Color, 9 in Color, list(Color.__members__))
print(Color.RED == 1, Color.RED == Color.RED, {Color.RED: "r"}[Color(1)], type(Color.RED) is Color, f"{Color.GREEN}")
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.DOG.value)
for call in ("Color(7)", "Color['PINK']", "Color.PINK", "setattr(Color.RED, 'value', 9)", "Color.RED < Color.BLUE"):
    try:
        print(eval(call))
    except Exception as e:
        print(type(e).__name__, e)
try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
Color.BLUE
