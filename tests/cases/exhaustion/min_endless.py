#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
min(itertools.cycle('ab'))
