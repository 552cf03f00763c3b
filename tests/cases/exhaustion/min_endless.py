# taipan: expect = "fuel"
# taipan: fuel = 100000
import itertools
min(itertools.cycle('ab'))
