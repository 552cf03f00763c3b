#! expect = {status = "memory"}
#! memory = "48MiB"
s = 'a' * 200_000_000
x = s.encode('utf-32')
