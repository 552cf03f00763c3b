# Identity with a literal warns.
x = 3
print(x is 3000)
