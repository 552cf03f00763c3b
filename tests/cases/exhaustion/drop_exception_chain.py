#! expect = {status = "ok"}
e = None
for i in range(30_000):
    n = ValueError(i)
    n.__context__ = e
    e = n
del e, n
