#! expect = {status = "memory"}
#! memory = "48MiB"
x = 'x'.zfill(10**12)
