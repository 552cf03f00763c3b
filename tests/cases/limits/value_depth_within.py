#! value_depth = 5
#! expect = "ok"
[[[[[1]]]]]
