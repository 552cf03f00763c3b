# taipan: expect = "ok"
import itertools
x = iter([1])
for _ in range(100_000):
    x = itertools.chain(x, x)
list(x)
