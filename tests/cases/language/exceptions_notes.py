# add_note, with_traceback, exception attributes of built-in types.
e = ValueError("bad")
e.add_note("first note")
e.add_note("second")
print(e.__notes__, str(e), hasattr(KeyError(), "__notes__"))
try:
    e.add_note(1)
except TypeError as exc:
    print(type(exc).__name__)
try:
    raise e.with_traceback(None)
except ValueError as exc:
    print(exc is e, exc.__traceback__.tb_next)
cases = {
    "stop": lambda: next(iter([])), "attr": lambda: (5).missing, "name": lambda: undefined, "key": lambda: {}[("a", 1)],
    "unicode": lambda: b"a\xff".decode(), "syntax": lambda: compile("a b", "f", "eval"),
    "os": lambda: (_ for _ in ()).throw(OSError(2, "No file", "name.txt")), "exit": lambda: exec("raise SystemExit(3)"),
}
for name, case in cases.items():
    try:
        case()
    except BaseException as exc:
        known = ("value", "name", "obj", "start", "reason", "lineno", "errno", "filename", "strerror", "code")
        found = {k: getattr(exc, k) for k in known if getattr(exc, k, None) is not None}
        print(f"{name:<8}{type(exc).__name__:<20}{found}")
FileNotFoundError.__mro__[1].__name__, type(OSError(2, "x")).__name__, StopIteration(5).value
