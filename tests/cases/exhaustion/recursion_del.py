#! expect = {status = "ok"}
class A:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        pass
a = None
for _ in range(20_000):
    a = A(a)
del a
