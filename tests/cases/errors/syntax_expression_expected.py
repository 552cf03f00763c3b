# An operator without its right side.
total = 3 *
print(total)
