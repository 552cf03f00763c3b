#! expect = {status = "ok"}
a = int
for _ in range(30_000):
    a = list[a]
del a
