#! value_bytes = 1000
#! expect = "output"
list(range(200))
