#! expect = {status = "error"}
def g(x):
    yield from x
x = iter([1])
for _ in range(100_000):
    x = g(x)
list(x)
