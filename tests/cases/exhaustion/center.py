#! expect = {status = "memory"}
#! memory = "48MiB"
x = 'x'.center(10**12)
