#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
max(enumerate(itertools.repeat(1)))
