#! expect = {status = "memory"}
#! fuel = 100000
import math
x = math.factorial(10**8)
