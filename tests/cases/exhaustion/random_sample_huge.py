#! expect = {status = "memory"}
#! memory = "48MiB"
import random
random.sample(range(10**12), k=10**9)
