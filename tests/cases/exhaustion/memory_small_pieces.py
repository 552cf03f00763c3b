#! expect = {status = "memory"}
#! memory = "48MiB"
x = {}
while True:
    x[len(x)] = {}
