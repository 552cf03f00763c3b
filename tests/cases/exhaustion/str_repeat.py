#! expect = {status = "memory"}
#! memory = "48MiB"
x = 'a' * 10**12
