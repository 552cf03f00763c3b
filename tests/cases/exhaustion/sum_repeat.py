# taipan: expect = "fuel"
# taipan: fuel = 100000
import itertools
sum(itertools.repeat(1))
