# taipan: expect = "memory"
# taipan: memory = "48MiB"
import itertools
x = sorted(itertools.count())
