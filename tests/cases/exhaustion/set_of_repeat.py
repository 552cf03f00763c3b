#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
x = set(itertools.repeat(1))
