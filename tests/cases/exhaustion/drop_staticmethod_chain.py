#! expect = {status = "ok"}
a = None
for _ in range(30_000):
    a = staticmethod(a)
del a
