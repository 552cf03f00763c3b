#! expect = {status = "memory"}
#! memory = "48MiB"
import itertools
x = ''.join(itertools.repeat('ab'))
