# taipan: expect = "memory"
# taipan: memory = "48MiB"
import itertools
x = list(itertools.repeat(None))
