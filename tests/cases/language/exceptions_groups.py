# ExceptionGroup and except*.
def fail():
    inner = ExceptionGroup("inner", [TypeError("t"), ValueError("w")])
    raise ExceptionGroup("many", [ValueError("v"), KeyError("k"), inner])

try:
    fail()
except* ValueError as group:
    print("values", [str(e) for e in group.exceptions], len(group.exceptions))
except* (KeyError, TypeError) as group:
    print("others", group)
finally:
    print("finally")
try:
    try:
        fail()
    except* TypeError:
        print("types only")
except ExceptionGroup as rest:
    print(rest, repr(rest.exceptions[0]), rest.subgroup(KeyError).exceptions, rest.subgroup(OSError))
try:
    try:
        raise ValueError("plain")
    except* ValueError as group:
        print(type(group).__name__, group.exceptions)
        raise RuntimeError("from handler")
except* RuntimeError as group:
    print(group.exceptions, type(group.exceptions[0].__context__).__name__)
match_, rest = ExceptionGroup("g", [ValueError(1), KeyError(2)]).split(lambda e: isinstance(e, ValueError))
for members in ([], [1], [KeyboardInterrupt()]):
    try:
        ExceptionGroup("bad", members)
    except (ValueError, TypeError) as exc:
        print(type(exc).__name__)
match_, rest, isinstance(match_, Exception), BaseExceptionGroup("b", [SystemExit()]), match_.derive([OSError()]).message
