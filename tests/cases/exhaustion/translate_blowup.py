#! expect = {status = "memory"}
#! memory = "48MiB"
x = ('a' * 10**6).translate({97: 'b' * 10**6})
