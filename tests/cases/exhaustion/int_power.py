#! expect = {status = "memory"}
#! memory = "48MiB"
x = 3 ** 10**11
