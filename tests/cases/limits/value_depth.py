# taipan: value_depth = 5
# taipan: expect = "output"
[[[[[[1]]]]]]
