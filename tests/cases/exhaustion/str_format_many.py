#! expect = {status = "memory"}
#! memory = "48MiB"
x = ('{0}' * 100_000).format('a' * 100_000)
