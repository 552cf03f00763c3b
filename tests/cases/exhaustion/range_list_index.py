#! expect = {status = "memory"}
#! memory = "48MiB"
list(range(10**9))[0]
