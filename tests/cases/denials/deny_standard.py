#! deny = ["random"]
#! expect = "denied"
# A run's policy can deny what is allowed by default.
import math

print(math.sqrt(2))
import random
