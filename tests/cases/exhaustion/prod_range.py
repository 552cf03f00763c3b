#! expect = {status = "fuel"}
#! fuel = 100000
import math
x = math.prod(range(1, 10**9))
