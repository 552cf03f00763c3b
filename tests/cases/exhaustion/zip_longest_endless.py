#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
sum(1 for _ in itertools.zip_longest(itertools.repeat(1), []))
