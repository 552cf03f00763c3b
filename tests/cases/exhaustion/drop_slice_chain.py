#! expect = {status = "ok"}
a = None
for _ in range(30_000):
    a = slice(a)
del a
