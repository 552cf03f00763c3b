#! expect = {status = "memory"}
#! memory = "48MiB"
import math
x = math.hypot(*[1.0] * 10**10)
