# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = 'a' * 10**12
