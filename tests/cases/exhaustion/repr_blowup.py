#! expect = {status = "memory"}
#! memory = "48MiB"
x = repr('\x00' * 100_000_000)
