#! expect = {status = "memory"}
#! memory = "48MiB"
x = '%.1000000000f' % 1.5
