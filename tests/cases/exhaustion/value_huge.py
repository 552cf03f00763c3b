# taipan: expect = "output"
# exhausts: value_bytes
'a' * 10_000_000
