#! expect = {status = "ok"}
a = memoryview(b'a')
for _ in range(30_000):
    a = a[:]
del a
