#! expect = {status = "memory"}
#! memory = "48MiB"
x = format(1, '>2147483647')
