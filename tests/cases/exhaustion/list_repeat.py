#! expect = {status = "memory"}
#! memory = "48MiB"
x = [0] * 10**11
