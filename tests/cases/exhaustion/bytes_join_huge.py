# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = (b'x' * 10**7).join([b'y'] * 10**6)
