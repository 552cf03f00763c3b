#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
sum(1 for _ in itertools.product(range(100), repeat=10))
