#! expect = {status = "memory"}
#! memory = "48MiB"
xs = []
x = 1 << 500_000_000
while True:
    xs.append(bin(x))
