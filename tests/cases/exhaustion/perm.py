#! expect = {status = "fuel"}
#! fuel = 100000
import math
x = math.perm(10**7, 10**7)
