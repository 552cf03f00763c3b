#! expect = {status = "ok"}
a = None
for _ in range(40_000):
    a = (a,)
