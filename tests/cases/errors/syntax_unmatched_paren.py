# A closing parenthesis too many.
print((1 + 2) * 3))
