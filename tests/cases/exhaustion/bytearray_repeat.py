#! expect = {status = "memory"}
#! memory = "48MiB"
x = bytearray(b'ab') * 10**12
