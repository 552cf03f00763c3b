# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = 'x'.ljust(10**12)
