#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
any(itertools.repeat(0))
