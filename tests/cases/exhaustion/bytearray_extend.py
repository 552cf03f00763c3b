#! expect = {status = "memory"}
#! memory = "48MiB"
b = bytearray(1)
while True:
    b.extend(b)
