#! expect = {status = "error"}
import pickle
a = []
for _ in range(100_000):
    a = [a]
pickle.dumps(a)
