#! expect = {status = "fuel"}
#! fuel = 100000
import json
a = []
for _ in range(100):
    a = [a, a]
json.dumps(a)
