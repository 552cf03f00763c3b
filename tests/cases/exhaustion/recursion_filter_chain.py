# taipan: expect = "ok"
x = iter([1])
for _ in range(100_000):
    x = filter(None, x)
list(x)
