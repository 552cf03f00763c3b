#! expect = {status = "fuel"}
#! fuel = 100000
import math, itertools
x = math.fsum(itertools.repeat(0.1))
