# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = 1 << 10**11
