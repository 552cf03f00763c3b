#! expect = {status = "memory"}
#! memory = "48MiB"
x = bytearray(10**12)
