#! expect = {status = "fuel"}
#! fuel = 100000
import collections
c = collections.Counter()
s = 'abc' * 1_000_000
while True:
    c.update(s)
