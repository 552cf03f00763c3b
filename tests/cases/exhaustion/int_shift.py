#! expect = {status = "memory"}
#! memory = "48MiB"
x = 1 << 10**11
