#! expect = {status = "memory"}
#! memory = "48MiB"
import itertools
a, *b = itertools.count()
