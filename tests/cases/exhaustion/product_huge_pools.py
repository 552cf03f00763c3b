#! expect = {status = "memory"}
#! memory = "48MiB"
import itertools
x = itertools.product(range(10**10), repeat=2)
