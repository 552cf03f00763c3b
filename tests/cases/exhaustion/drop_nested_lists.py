#! expect = {status = "ok"}
a = []
for _ in range(50_000):
    a = [a]
del a
