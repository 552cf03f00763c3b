# taipan: memory = "16MiB"
# taipan: fuel = 1000000000
# taipan: expect = "memory"
n = 1 << 1000
while True:
    n <<= n.bit_length()
