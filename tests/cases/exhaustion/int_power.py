# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = 3 ** 10**11
