# taipan: expect = "memory"
# taipan: memory = "48MiB"
# taipan: behind = "sizes beyond 2**31 pass the words of the guest, which have 32 bits"
# taipan: behind_expect = "error"
import itertools
x = itertools.product([1], repeat=10**10)
