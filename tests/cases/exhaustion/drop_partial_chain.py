#! expect = {status = "ok"}
import functools
class P(functools.partial):
    pass
f = abs
for _ in range(20_000):
    f = functools.partial(P, f)
del f
