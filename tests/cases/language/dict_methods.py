# Dict creation, methods, order and merging.
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, list(d), list(reversed(d)), d.get("x"), d.get("x", 0))
print(d.setdefault("z", []), d.pop("z"), d.pop("q", None), len(d))
print(dict(a=1, b=2), dict([("x", 1), ("y", 2)]), dict(zip("ab", range(2))))
print(dict.fromkeys("ab", 0), {**d, "a": 0}, dict(d, new=1))
print(d | {"a": 5, "e": 6}, {"a": 1} == {"a": 1.0}, {"x": 1, "y": 2} == {"y": 2, "x": 1})
print("a" in d, 2 in d.values(), ("a", 2) in d.items())
d |= [("f", 7)]
d.update({"g": 8}, h=9)
print(d.popitem(), d, d.keys() & {"a", "f"} == {"a", "f"}, sorted(d.keys() - {"b"}), d.items() >= {("a", 2)})
keys = d.keys()
del d["b"]
print(keys, d.values(), d.items(), type(keys).__name__, d.copy() is d)
for operation in (
    lambda: d["nope"], lambda: {[]: 1}, lambda: dict([1]), lambda: {}.popitem(),
    lambda: dict(a=1)["b"],
):
    try:
        operation()
    except (KeyError, TypeError, ValueError) as exc:
        print(type(exc).__name__, exc.args if isinstance(exc, KeyError) else "")
try:
    for key in d:
        d[key + "x"] = 1
except RuntimeError as exc:
    print(exc)
{1: "int", True: "bool", 1.0: "float"}, {None: 0, (): 1}, {"k": {"n": [1]}}["k"]["n"][0]
