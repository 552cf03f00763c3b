#! expect = {status = "memory"}
#! memory = "48MiB"
s = 'a'
while True:
    s += s
