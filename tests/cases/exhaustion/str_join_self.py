#! expect = {status = "memory"}
#! memory = "48MiB"
s = 'ab'
while True:
    s = s.join(s)
