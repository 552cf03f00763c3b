#! expect = {status = "error"}
a = []
for _ in range(5_000):
    a = [a]
raise ValueError(a)
