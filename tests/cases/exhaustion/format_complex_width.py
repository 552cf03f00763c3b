#! expect = {status = "memory"}
#! memory = "48MiB"
x = f'{1j:>2000000000}'
