# match: sequence patterns, stars, nesting, and what counts as a sequence.
from collections import deque

def shape(value):
    match value:
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [0, 0]:
            return "two zeros"
        case [x, y] if x == y:
            return f"twins {x}"
        case (("go" | "run") as verb, [x, y]):
            return f"{verb} to {x},{y}"
        case ["sum", *numbers]:
            return f"sum {sum(numbers)}"
        case [first, *_, last] if first == last:
            return f"bookends {first}"
        case [_, [_, *inner], *_]:
            return f"inner {inner}"
        case [int(), str() as text, *rest]:
            return f"text {text} rest {rest}"
        case _:
            return f"no match: {type(value).__name__}"

tests = [[], (), [5], (0, 0), [7, 7], ["go", (1, 2)], ("run", [3, 4]), ["sum", 1, 2, 3], ["sum"], [1, 2, 1], "ab"]
tests += [b"ab", [1, [2, 3]], [1, "x", 3, 4], range(1), deque([8, 8]), bytearray(b"xy"), iter([1]), {0: 0}, [1, 2, 3]]
print(*map(shape, tests), sep="\n")
a, b = 1, 2
match a, b:
    case b, a:
        pass
a, b
