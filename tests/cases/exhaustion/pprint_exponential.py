#! expect = {status = "fuel"}
#! fuel = 100000
import pprint
a = []
for _ in range(100):
    a = [a, a]
pprint.pformat(a)
