# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = 2 ** 10**11
