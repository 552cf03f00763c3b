#! expect = {status = "memory"}
#! memory = "48MiB"
import itertools
x = list(itertools.repeat(None))
