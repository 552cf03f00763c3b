#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
sum(itertools.chain.from_iterable(itertools.repeat(())))
