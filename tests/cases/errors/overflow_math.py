# A math function that overflows.
import math

math.exp(1000)
