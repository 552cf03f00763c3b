#! expect = {status = "fuel"}
#! fuel = 100000
import itertools, collections
collections.deque(itertools.pairwise(itertools.repeat(1)), maxlen=0)
