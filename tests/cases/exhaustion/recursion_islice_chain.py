# taipan: expect = "ok"
import itertools
x = iter([1])
for _ in range(100_000):
    x = itertools.islice(x, 1)
list(x)
