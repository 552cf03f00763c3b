#! output = 64
#! expect = "output"
print("o" * 64)
