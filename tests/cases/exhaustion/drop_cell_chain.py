#! expect = {status = "ok"}
import types
a = None
for _ in range(30_000):
    a = types.CellType(a)
del a
