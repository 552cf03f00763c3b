#! expect = {status = "memory"}
#! memory = "48MiB"
x = 10**12 * 'a'
