# taipan: expect = "output"
# exhausts: value_bytes
[0] * 1_000_000
