# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = b'ab' * 10**12
