#! expect = {status = "ok"}
a = []
for _ in range(5_000):
    a = [a]
repr(a)
