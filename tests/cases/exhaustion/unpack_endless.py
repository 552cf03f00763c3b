# taipan: expect = "memory"
# taipan: memory = "48MiB"
import itertools
a, *b = itertools.count()
