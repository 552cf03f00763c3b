# The common None mistake: sort returns nothing.
ordered = [3, 1, 2].sort()
print(ordered.index(3))
