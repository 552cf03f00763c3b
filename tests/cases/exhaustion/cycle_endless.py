#! expect = {status = "memory"}
#! memory = "48MiB"
import itertools
sum(itertools.cycle(itertools.count()))
