# taipan: expect = "memory"
# taipan: memory = "48MiB"
list(range(10**9))[0]
