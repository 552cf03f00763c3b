#! expect = {status = "memory"}
#! memory = "48MiB"
x = (5).to_bytes(10**12, 'big')
