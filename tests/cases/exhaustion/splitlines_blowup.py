#! expect = {status = "memory"}
#! memory = "48MiB"
x = ('\n' * 100_000_000).splitlines()
