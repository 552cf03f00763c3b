#! expect = {status = "timeout"}
#! timeout = "300ms"
class K:
    __slots__ = ()
    def __hash__(self): return 1
d = {}
while True:
    d[K()] = 1
