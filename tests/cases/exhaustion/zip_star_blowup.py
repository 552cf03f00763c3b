#! expect = {status = "memory"}
#! memory = "48MiB"
x = list(zip(*[range(10**6)] * 100))
