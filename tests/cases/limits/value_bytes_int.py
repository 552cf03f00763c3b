# taipan: value_bytes = 1000
# taipan: expect = "output"
7**1500
