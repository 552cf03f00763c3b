# taipan: expect = "fuel"
# taipan: fuel = 100000
sum(reversed(range(10**18)))
