#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
sum(itertools.starmap(pow, itertools.repeat((1, 1))))
