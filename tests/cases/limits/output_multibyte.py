#! output = 10
#! expect = "output"
# The cut is between two characters.
print("€€€€€")
