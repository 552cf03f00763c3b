#! expect = {status = "memory"}
#! memory = "48MiB"
import itertools
x = tuple(itertools.count())
