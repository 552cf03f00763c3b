#! expect = {status = "memory"}
#! memory = "48MiB"
x = ('a' * 10**6).replace('', 'b' * 10**6)
