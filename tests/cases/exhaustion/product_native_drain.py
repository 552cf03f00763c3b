#! expect = {status = "fuel"}
#! fuel = 100000
import itertools, collections
collections.deque(itertools.product(range(100), repeat=10), maxlen=0)
