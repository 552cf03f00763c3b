#! expect = {status = "ok"}
class N:
    __slots__ = ('next',)
a = None
for _ in range(30_000):
    n = N()
    n.next = a
    a = n
del a, n
