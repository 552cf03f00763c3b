# Strings and tuples say which they are.
try:
    (1, 2)[5]
except IndexError as e:
    print(e)
"abc"[10]
