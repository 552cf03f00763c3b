# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = b'x'.ljust(10**12)
