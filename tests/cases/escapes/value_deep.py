#! expect = {status = "output"}
value = []
for _ in range(100000):
    value = [value]
value
