# Numbers too large for a float.
try:
    float(10**400)
except OverflowError as e:
    print(e)
try:
    int(float("inf"))
except OverflowError as e:
    print(e)
10**400 * 1.5
