#! expect = {status = "fuel"}
#! fuel = 100000
import itertools, collections
x = collections.deque(itertools.count(), maxlen=1)
