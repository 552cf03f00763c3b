#! expect = {status = "memory"}
#! memory = "48MiB"
import itertools
x = itertools.combinations(range(10**10), 2)
