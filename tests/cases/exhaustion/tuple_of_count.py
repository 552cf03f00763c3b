# taipan: expect = "memory"
# taipan: memory = "48MiB"
import itertools
x = tuple(itertools.count())
