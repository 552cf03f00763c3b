# taipan: expect = "memory"
# taipan: memory = "48MiB"
import itertools
sum(itertools.cycle(itertools.count()))
