#! expect = {status = "memory"}
#! memory = "48MiB"
x = '%.2000000000d' % 1
