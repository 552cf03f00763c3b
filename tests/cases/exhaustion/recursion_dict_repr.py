#! expect = {status = "ok"}
a = {}
for _ in range(5_000):
    a = {1: a}
repr(a)
