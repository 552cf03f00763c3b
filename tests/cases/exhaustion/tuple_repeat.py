# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = (0,) * 10**11
