#! expect = {status = "memory"}
#! memory = "48MiB"
x = b'%2000000000d' % 1
