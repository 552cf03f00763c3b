# taipan: expect = "memory"
# taipan: memory = "48MiB"
import itertools
x = ''.join(itertools.repeat('ab'))
