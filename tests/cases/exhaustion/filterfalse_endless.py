#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
next(itertools.filterfalse(None, itertools.repeat(1)))
