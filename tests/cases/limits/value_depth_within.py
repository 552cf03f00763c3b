# taipan: value_depth = 5
# taipan: expect = "ok"
[[[[[1]]]]]
