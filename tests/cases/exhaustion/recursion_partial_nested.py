#! expect = {status = "ok"}
import functools
class P(functools.partial):
    pass
f = abs
for i in range(100_000):
    f = P(f)
    f.i = i
f(1)
