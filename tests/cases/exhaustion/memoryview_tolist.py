#! expect = {status = "memory"}
#! memory = "48MiB"
x = memoryview(b'a' * 100_000_000).tolist()
