#! expect = {status = "ok"}
a = frozenset()
for _ in range(20_000):
    a = frozenset([a])
del a
