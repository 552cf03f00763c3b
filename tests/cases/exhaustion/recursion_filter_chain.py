# taipan: expect = "ok"
# taipan: behind = "the guest's stack holds fewer native calls within each other, so the code gets a RecursionError"
# taipan: behind_expect = "error"
x = iter([1])
for _ in range(100_000):
    x = filter(None, x)
list(x)
