#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
for k, g in itertools.groupby(itertools.repeat(1)):
    pass
