#! expect = {status = "memory"}
#! memory = "48MiB"
str.__mul__('a', 10**12)
