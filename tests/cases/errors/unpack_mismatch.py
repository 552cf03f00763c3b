# Too many and too few values to unpack.
try:
    a, b, c = [1, 2]
except ValueError as e:
    print(e)
try:
    a, *b, c = [1]
except ValueError as e:
    print(e)
for name, value in [("a", 1), "xyz"]:
    print(name, value)
