# taipan: expect = "output"
# exhausts: value_depth
x = iter([1])
for _ in range(100_000):
    x = enumerate(x)
list(x)
