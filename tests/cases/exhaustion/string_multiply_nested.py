#! expect = {status = "memory"}
#! memory = "48MiB"
x = ['a' * 1_000_000 for _ in range(10_000)]
