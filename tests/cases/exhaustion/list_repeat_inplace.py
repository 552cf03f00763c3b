# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = [0]
x *= 10**11
