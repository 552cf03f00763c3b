#! expect = {status = "fuel"}
#! fuel = 100000
import itertools, collections
x = collections.Counter(itertools.repeat('a'))
