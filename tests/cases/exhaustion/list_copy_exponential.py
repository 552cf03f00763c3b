#! expect = {status = "fuel"}
#! fuel = 100000
import copy
a = []
for _ in range(100):
    a = [a, a]
copy.deepcopy(a)
x = copy.deepcopy(a) == a
