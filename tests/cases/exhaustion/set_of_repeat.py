# taipan: expect = "fuel"
# taipan: fuel = 100000
import itertools
x = set(itertools.repeat(1))
