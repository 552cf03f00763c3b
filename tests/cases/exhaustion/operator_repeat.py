# taipan: expect = "memory"
# taipan: memory = "48MiB"
import operator
operator.mul('a', 10**12)
