# None, Ellipsis, NotImplemented, booleans as numbers, and optional values.
def maybe(n):
    if n > 0:
        return n

print(maybe(1), maybe(0), maybe(0) is None, None == False, [None] * 2, type(None), None != 0)
print(..., type(...).__name__, ... is Ellipsis, NotImplemented, bool(...), [...][0] == Ellipsis)
print(True + True, True * 3.5, sum(x > 2 for x in [1, 3, 5]), [10, 20][True])
print("ab"[False], True / 2, -True, ~5, True > False, 2 > True)
print(bool("False"), bool(0.0), bool(-0.1), bool([None]), bool(""))
print(str(True), int("1") == True, {True: "t", 1: "one", 1.0: "float"})
config = {"retries": 0, "name": "", "limit": None}
print(config.get("retries") or 3, config.get("retries", 3))
print(config["limit"] if config["limit"] is not None else "unlimited", config.get("missing"))
print([v for v in config.values() if v is not None], any(config.values()))
print(all(v is None for v in [None]), next((v for v in config.values() if v), "none set"))
n = None
for operation in (lambda: n + 1, lambda: n.upper(), lambda: n < 1, lambda: len(n), lambda: n[0], lambda: n()):
    try:
        operation()
    except (TypeError, AttributeError) as exc:
        print(type(exc).__name__)
xor = lambda a, b: bool(a) != bool(b)
[xor(a, b) for a in (0, 1) for b in (0, "x")], not None, None or "default", None and 1 / 0, isinstance(None, type(None))
