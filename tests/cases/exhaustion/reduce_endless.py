#! expect = {status = "fuel"}
#! fuel = 100000
import itertools, functools, operator
functools.reduce(operator.add, itertools.repeat(1))
