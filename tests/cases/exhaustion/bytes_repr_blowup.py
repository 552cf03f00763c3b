#! expect = {status = "memory"}
#! memory = "48MiB"
x = repr(b'\x00' * 100_000_000)
