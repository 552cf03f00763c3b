# taipan: expect = "ok"
# taipan: behind = "the guest's stack holds fewer native calls within each other, so the code gets a RecursionError"
# taipan: behind_expect = "error"
import json
a = []
for _ in range(100_000):
    a = [a]
json.dumps(a)
