#! expect = {status = "memory"}
#! memory = "48MiB"
x = ('a' * 10**6).replace('a', 'b' * 10**6)
