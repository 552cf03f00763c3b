#! expect = {status = "memory"}
#! memory = "48MiB"
x = [0]
while True:
    x += x
