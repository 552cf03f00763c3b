#! expect = {status = "fuel"}
#! fuel = 100000
import random
random.seed(1 << 1_000_000_000)
