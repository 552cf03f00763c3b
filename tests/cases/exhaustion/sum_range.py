# taipan: expect = "fuel"
# taipan: fuel = 100000
sum(range(10**18))
