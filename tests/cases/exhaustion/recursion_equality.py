# taipan: expect = "ok"
a = []
b = []
for _ in range(100_000):
    a = [a]
    b = [b]
a == b
