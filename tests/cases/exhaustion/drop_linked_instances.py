#! expect = {status = "ok"}
class N:
    pass
a = None
for _ in range(20_000):
    n = N()
    n.next = a
    a = n
del a, n
