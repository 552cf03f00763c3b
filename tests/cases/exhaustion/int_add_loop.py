#! expect = {status = "memory"}
#! memory = "48MiB"
x = 1 << 100_000_000
xs = []
while True:
    x = x + x
    xs.append(x)
