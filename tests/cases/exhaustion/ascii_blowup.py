#! expect = {status = "memory"}
#! memory = "48MiB"
x = ascii('\U0001F600' * 30_000_000)
