#! value_bytes = 1000
#! expect = "output"
7**1500
