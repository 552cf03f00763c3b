# taipan: expect = "fuel"
# taipan: fuel = 100000
x = (1 << 200_000_000) // ((1 << 100_000_000) - 1)
