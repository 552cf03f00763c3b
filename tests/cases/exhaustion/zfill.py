# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = 'x'.zfill(10**12)
