# taipan: output = 10
# taipan: expect = "output"
# The cut is between two characters.
print("€€€€€")
