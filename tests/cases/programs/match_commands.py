# A text adventure's command parser written with match statements.
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Player:
    def __init__(self):
        self.position = Point(0, 0)
        self.bag = []
        self.health = 10


def move(point, direction):
    match direction:
        case "n" | "north":
            return Point(point.x, point.y + 1)
        case "s" | "south":
            return Point(point.x, point.y - 1)
        case "e" | "east":
            return Point(point.x + 1, point.y)
        case "w" | "west":
            return Point(point.x - 1, point.y)
        case other:
            raise ValueError(f"no such direction: {other}")


def perform(player, line):
    match line.lower().split():
        case []:
            return "say something"
        case ["go", direction]:
            player.position = move(player.position, direction)
            return f"you are at {player.position.x},{player.position.y}"
        case ["go", first, *rest]:
            for direction in [first, *rest]:
                player.position = move(player.position, direction)
            return f"after {len(rest) + 1} steps you are at {player.position.x},{player.position.y}"
        case ["take" | "grab", *words] if words:
            player.bag.append(" ".join(words))
            return f"you hold {player.bag[-1]}"
        case ["heal", amount] if amount.isdigit() and int(amount) > 0:
            player.health += int(amount)
            return f"health {player.health}"
        case ["look"]:
            match player.position:
                case Point(0, 0):
                    return "the starting field"
                case Point(x, 0):
                    return f"the road, {abs(x)} away from the field"
                case Point(x=0, y=y):
                    return f"the ridge at height {y}"
                case _:
                    return "woods"
        case ["quit"]:
            raise SystemExit
        case [verb, *_]:
            return f"I don't know how to {verb}"


player = Player()
transcript = ["", "look", "go north", "look", "go e e s", "look", "take old brass key", "grab",
              "heal 5", "heal -1", "go up", "go n", "look", "dance now", "QUIT", "look"]
for line in transcript:
    try:
        print(f"> {line:<20} {perform(player, line)}")
    except ValueError as exc:
        print(f"> {line:<20} error: {exc}")
    except SystemExit:
        print(f"> {line:<20} bye")
        break

player.position, player.bag, player.health
