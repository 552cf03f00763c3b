#! expect = {status = "ok"}
f = None
def wrap(g):
    return lambda: g
for _ in range(30_000):
    f = wrap(f)
del f
