#! expect = {status = "memory"}
#! memory = "48MiB"
import itertools
print(*itertools.count())
