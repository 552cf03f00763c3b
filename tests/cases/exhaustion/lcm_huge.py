#! expect = {status = "fuel"}
#! fuel = 100000
import math
a = 3 ** 10_000_000
b = 5 ** 10_000_000
x = math.lcm(a, b)
