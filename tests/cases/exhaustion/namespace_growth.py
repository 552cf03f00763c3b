#! expect = {status = "memory"}
#! memory = "48MiB"
i = 0
d = {}
while True:
    d[str(i)] = [i] * 1000
    i += 1
