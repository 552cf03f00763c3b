# taipan: expect = "fuel"
# taipan: fuel = 100000
import itertools
sum(itertools.count())
