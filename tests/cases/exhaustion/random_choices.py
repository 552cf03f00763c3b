# taipan: expect = "memory"
# taipan: memory = "8MiB"
import random
random.choices([1], k=10**10)
