#! expect = {status = "memory"}
#! memory = "48MiB"
x = f'{1.5:2000000000}'
