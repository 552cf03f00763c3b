#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
any(map(bool, itertools.repeat(0)))
