#! expect = {status = "memory"}
#! memory = "48MiB"
x = list('\u1234' * 60_000_000)
