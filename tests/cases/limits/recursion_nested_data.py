#! alone = "CPython's own bound on its C stack differs"
# Deeply nested data: each native walk ends in an exception or in an answer, never in a crash.
import copy
import json

deep = []
for _ in range(20_000):
    deep = [deep]
other = []
for _ in range(20_000):
    other = [other]
for name, walk in (
    ("repr", lambda: repr(deep)),
    ("str", lambda: str(deep)),
    ("equal", lambda: deep == other),
    ("less", lambda: deep < other),
    ("json", lambda: json.dumps(deep)),
    ("copy", lambda: copy.deepcopy(deep)),
    ("hash", lambda: hash(tuple(deep))),
):
    try:
        walk()
        print(name, "answered")
    except RecursionError:
        print(name, "RecursionError")
    except TypeError as error:
        print(name, error)
