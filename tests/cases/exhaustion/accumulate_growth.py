#! expect = {status = "timeout"}
#! timeout = "300ms"
import itertools
for x in itertools.accumulate(itertools.repeat(10**1000), lambda a, b: a * b):
    pass
