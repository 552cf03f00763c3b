#! expect = {status = "error"}
x = iter([1])
for _ in range(100_000):
    x = (i for i in x)
list(x)
