#! expect = {status = "memory"}
#! memory = "48MiB"
import itertools
a, b = itertools.tee(itertools.count())
sum(a)
