# taipan: expect = "output"
# taipan: behind = "the guest's stack holds fewer native calls within each other, so the code gets a RecursionError"
# taipan: behind_expect = "error"
# exhausts: value_depth
x = iter([1])
for _ in range(100_000):
    x = enumerate(x)
list(x)
