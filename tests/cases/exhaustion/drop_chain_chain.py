#! expect = {status = "ok"}
import itertools
x = iter([1])
for _ in range(30_000):
    x = itertools.chain(x)
del x
