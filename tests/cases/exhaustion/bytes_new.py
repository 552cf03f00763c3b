# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = bytes(10**12)
