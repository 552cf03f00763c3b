#! expect = {status = "fuel"}
#! fuel = 100000
import math, itertools
x = math.prod(itertools.repeat(1))
