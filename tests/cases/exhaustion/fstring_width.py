#! expect = {status = "memory"}
#! memory = "48MiB"
x = f'{1:>2000000000}'
