# taipan: expect = "memory"
# taipan: memory = "48MiB"
import itertools
next(itertools.batched(itertools.count(), 10**12))
