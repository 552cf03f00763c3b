#! expect = {status = "fuel"}
#! fuel = 100000
import math
x = math.lcm(*range(1, 2_000_000))
