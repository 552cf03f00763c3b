# taipan: expect = "fuel"
# taipan: fuel = 100000
for i in range(10**12):
    pass
