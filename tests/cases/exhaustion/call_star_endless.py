# taipan: expect = "memory"
# taipan: memory = "48MiB"
import itertools
print(*itertools.count())
