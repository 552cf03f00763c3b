#! expect = {status = "memory"}
#! memory = "48MiB"
x = format('a', '>2147483647')
