# taipan: expect = "fuel"
# taipan: fuel = 100000
(3).__pow__(10**9)
