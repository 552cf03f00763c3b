#! expect = {status = "error"}
import copy
a = []
for _ in range(100_000):
    a = [a]
copy.deepcopy(a)
