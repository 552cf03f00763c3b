nan = float("nan")
print(hash(nan), hash(-nan), nan.__hash__(), hash(type("Float", (float,), {})("nan")), len({nan, float("nan"), 0.0}), list({nan, 1.0, 2.0})[0])
