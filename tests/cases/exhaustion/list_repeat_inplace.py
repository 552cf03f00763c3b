#! expect = {status = "memory"}
#! memory = "48MiB"
x = [0]
x *= 10**11
