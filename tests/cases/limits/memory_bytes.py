#! memory = "16MiB"
#! expect = "memory"
data = bytearray(1)
while True:
    data += data
