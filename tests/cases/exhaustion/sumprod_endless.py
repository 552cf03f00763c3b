#! expect = {status = "fuel"}
#! fuel = 100000
import math, itertools
x = math.sumprod(itertools.repeat(1), itertools.repeat(1))
