#! expect = {status = "memory"}
#! memory = "48MiB"
x = ('\udc00' * 50_000_000).encode('ascii', 'backslashreplace')
