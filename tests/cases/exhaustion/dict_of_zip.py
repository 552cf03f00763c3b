#! expect = {status = "memory"}
#! memory = "48MiB"
import itertools
x = dict(zip(itertools.count(), itertools.count()))
