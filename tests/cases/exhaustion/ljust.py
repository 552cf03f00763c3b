#! expect = {status = "memory"}
#! memory = "48MiB"
x = 'x'.ljust(10**12)
