#! expect = {status = "memory"}
#! memory = "48MiB"
x = f'{1e300:.2000000000f}'
