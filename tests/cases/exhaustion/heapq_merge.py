#! expect = {status = "fuel"}
#! fuel = 100000
import heapq, itertools
for x in heapq.merge(itertools.repeat(1), itertools.repeat(2)):
    pass
