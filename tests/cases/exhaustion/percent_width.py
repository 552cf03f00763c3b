#! expect = {status = "memory"}
#! memory = "48MiB"
x = '%1000000000d' % 1
