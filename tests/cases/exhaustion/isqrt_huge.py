#! expect = {status = "fuel"}
#! fuel = 100000
import math
x = math.isqrt(1 << 1_000_000_000)
