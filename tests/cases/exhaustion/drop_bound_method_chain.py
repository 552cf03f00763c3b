#! expect = {status = "ok"}
import types
f = abs
for _ in range(30_000):
    f = types.MethodType(f, 1)
del f
