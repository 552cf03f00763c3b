# taipan: expect = "memory"
# taipan: memory = "8MiB"
# taipan: behind = "sizes beyond 2**31 pass the words of the guest, which have 32 bits"
# taipan: behind_expect = "error"
import random
random.choices([1], k=10**10)
