# A lambda shows up as <lambda>.
divide = lambda a, b: a / b
print(divide(6, 3))
print(divide(1, 0))
