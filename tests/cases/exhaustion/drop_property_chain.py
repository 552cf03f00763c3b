#! expect = {status = "ok"}
a = None
for _ in range(30_000):
    a = property(a)
del a
