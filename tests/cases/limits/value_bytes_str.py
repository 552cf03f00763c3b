#! value_bytes = 1000
#! expect = "output"
print("the value is cut, not what was printed")
"x" * 1001
