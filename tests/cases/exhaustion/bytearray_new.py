# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = bytearray(10**12)
