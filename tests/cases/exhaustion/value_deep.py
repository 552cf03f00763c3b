#! expect = {status = "output", limit = "value_depth"}
a = []
for _ in range(500):
    a = [a]
a
