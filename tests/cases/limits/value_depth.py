#! value_depth = 5
#! expect = "output"
[[[[[[1]]]]]]
