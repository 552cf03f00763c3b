#! expect = {status = "memory"}
#! memory = "48MiB"
import itertools
x = sorted(itertools.count())
