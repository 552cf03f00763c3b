# taipan: output = 64
# taipan: expect = "output"
print("o" * 64)
