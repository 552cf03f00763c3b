#! expect = {status = "memory"}
#! memory = "48MiB"
x = list(range(10**10))
