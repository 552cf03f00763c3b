#! expect = {status = "ok"}
import functools
f = abs
for _ in range(100_000):
    f = functools.partial(f)
    f.x = 1
f(1)
