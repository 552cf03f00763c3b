#! expect = {status = "memory"}
#! memory = "48MiB"
import itertools
x = itertools.permutations(range(10**10))
