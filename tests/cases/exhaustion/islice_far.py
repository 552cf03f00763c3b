#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
next(itertools.islice(itertools.count(), 10**18, None))
