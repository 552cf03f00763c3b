#! expect = {status = "memory"}
#! memory = "48MiB"
x = 1 << 1_000_000_000
xs = [hex(x) for _ in range(10)]
