# taipan: expect = "memory"
# taipan: memory = "48MiB"
import itertools
x = itertools.combinations_with_replacement([1], 10**11)
