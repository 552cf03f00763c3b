# taipan: value_bytes = 1000
# taipan: expect = "output"
list(range(200))
