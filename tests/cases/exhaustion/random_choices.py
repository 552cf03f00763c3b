#! expect = {status = "memory"}
#! memory = "8MiB"
import random
random.choices([1], k=10**10)
