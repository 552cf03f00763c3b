# taipan: memory = "16MiB"
# taipan: expect = "memory"
data = bytearray(1)
while True:
    data += data
