#! expect = {status = "memory"}
#! memory = "48MiB"
x = '{:{}}'.format(1, 2_000_000_000)
