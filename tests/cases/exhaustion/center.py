# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = 'x'.center(10**12)
