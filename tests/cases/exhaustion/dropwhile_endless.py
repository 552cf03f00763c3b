#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
next(itertools.dropwhile(bool, itertools.repeat(1)))
