#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
sum(itertools.cycle([1, 2]))
