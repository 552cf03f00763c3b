# diverges: CPython hashes a NaN by its address; here the hash is 0, so that the order of a set is the same in every run
nan = float("nan")
print(hash(nan), hash(-nan), nan.__hash__(), hash(type("Float", (float,), {})("nan")), len({nan, float("nan"), 0.0}), list({nan, 1.0, 2.0})[0])
