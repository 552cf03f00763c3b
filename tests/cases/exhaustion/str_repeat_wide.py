#! expect = {status = "memory"}
#! memory = "48MiB"
x = '\U0001F600' * 10**11
