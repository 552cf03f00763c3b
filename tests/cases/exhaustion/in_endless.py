#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
x = 5 in itertools.repeat(1)
