# taipan: expect = "memory"
# taipan: memory = "48MiB"
import itertools
x = itertools.product([1], repeat=10**10)
