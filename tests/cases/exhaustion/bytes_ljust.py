#! expect = {status = "memory"}
#! memory = "48MiB"
x = b'x'.ljust(10**12)
