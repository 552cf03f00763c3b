# A misspelt function of a module.
import math

print(math.sqr(2))
