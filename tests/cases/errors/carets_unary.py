# A unary operator on the wrong type.
label = "5"
print(10 + -label)
