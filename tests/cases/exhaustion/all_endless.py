#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
all(itertools.repeat(1))
