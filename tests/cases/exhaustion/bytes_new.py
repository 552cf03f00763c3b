#! expect = {status = "memory"}
#! memory = "48MiB"
x = bytes(10**12)
