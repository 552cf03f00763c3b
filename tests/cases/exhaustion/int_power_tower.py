# taipan: expect = "fuel"
# taipan: fuel = 100000
x = 9 ** 9 ** 9
