#! expect = {status = "memory"}
#! memory = "48MiB"
x = b'ab' * 10**12
