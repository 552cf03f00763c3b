#! expect = {status = "fuel"}
#! fuel = 100000
import itertools, collections
collections.deque(itertools.permutations(range(15)), maxlen=0)
