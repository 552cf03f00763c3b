#! expect = {status = "memory"}
#! memory = "48MiB"
x = ('a ' * 50_000_000).split()
