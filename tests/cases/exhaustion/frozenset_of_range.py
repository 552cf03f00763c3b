#! expect = {status = "memory"}
#! memory = "48MiB"
x = frozenset(range(10**10))
