#! expect = {status = "memory"}
#! memory = "48MiB"
x = ('\x00' * 100_000_000).encode('unicode_escape')
