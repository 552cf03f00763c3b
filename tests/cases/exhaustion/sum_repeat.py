#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
sum(itertools.repeat(1))
