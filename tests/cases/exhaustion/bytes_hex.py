#! expect = {status = "memory"}
#! memory = "48MiB"
x = (b'a' * 100_000_000).hex(':')
