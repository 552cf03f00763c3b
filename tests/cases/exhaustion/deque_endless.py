#! expect = {status = "memory"}
#! memory = "48MiB"
import itertools, collections
x = collections.deque(itertools.count())
