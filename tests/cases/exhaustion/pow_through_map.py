# taipan: expect = "fuel"
# taipan: fuel = 100000
list(map(pow, [3], [10**9]))
