# taipan: expect = "fuel"
# taipan: fuel = 100000
import itertools, collections
x = collections.deque(itertools.count(), maxlen=1)
