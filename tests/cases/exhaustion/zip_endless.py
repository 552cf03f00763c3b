#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
sum(1 for _ in zip(itertools.repeat(1), itertools.repeat(2)))
