#! expect = {status = "ok"}
a = {}
for _ in range(30_000):
    a = {1: a}
del a
