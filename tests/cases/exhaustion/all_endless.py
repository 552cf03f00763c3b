# taipan: expect = "fuel"
# taipan: fuel = 100000
import itertools
all(itertools.repeat(1))
