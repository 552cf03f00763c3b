#! expect = {status = "ok"}
x = iter([1])
for _ in range(30_000):
    x = map(abs, x)
del x
