#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
next(filter(None, itertools.repeat(0)))
