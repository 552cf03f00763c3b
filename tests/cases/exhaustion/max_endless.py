#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
max(itertools.count())
