#! expect = {status = "ok"}
a = ()
for _ in range(100_000):
    a = (a,)
hash(a)
