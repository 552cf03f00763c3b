#! expect = {status = "memory"}
#! memory = "48MiB"
x = 2 ** 10**11
