#! expect = {status = "fuel"}
#! fuel = 100000
import math
x = math.comb(10**7, 5 * 10**6)
