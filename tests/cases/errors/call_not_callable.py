# A number called like a function: a missing operator.
rate = 2
print(3 (rate))
