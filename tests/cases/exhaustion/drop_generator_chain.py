#! expect = {status = "ok"}
def g(x):
    yield from x
x = iter([1])
for _ in range(20_000):
    x = g(x)
del x
