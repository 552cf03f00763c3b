#! expect = {status = "memory"}
#! memory = "48MiB"
x = dict.fromkeys(range(10**10))
