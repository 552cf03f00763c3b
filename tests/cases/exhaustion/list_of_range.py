# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = list(range(10**10))
