# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = frozenset(range(10**10))
