#! expect = {status = "ok"}
import collections
a = None
for _ in range(20_000):
    a = collections.deque([a])
del a
