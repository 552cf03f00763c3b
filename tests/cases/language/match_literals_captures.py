# match: literals, constants, captures, alternatives, guards and wildcards.
import math

class Status:
    OK = 200

def describe(value):
    match value:
        case 0:
            return "zero"
        case True:
            return "true"
        case 1 | 2 | 3 as small:
            return f"small {small}"
        case -5 | 2.5 | 1 + 2j:
            return "number literal"
        case Status.OK:
            return "ok"
        case math.pi:
            return "pi"
        case "" | b"" | "a" "b":
            return "text literal"
        case None:
            return "none"
        case str(s) if s.isupper():
            return f"shout {s}"
        case float() | int() as n if n > 1000:
            return f"big {n}"
        case x:
            return f"other {x!r}"

values = [0, 0.0, False, True, 1, 3, -5, 2.5, 1 + 2j, 200, math.pi, "", b"", "ab", None, "HI", "hi", 1001, 5000.5, 42]
for value in values:
    print(f"{value!r:<20}{describe(value)}")
describe([]), describe(200.0)
