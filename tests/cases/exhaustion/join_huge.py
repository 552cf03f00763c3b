#! expect = {status = "memory"}
#! memory = "48MiB"
x = ('x' * 10**7).join(['y'] * 10**6)
