#! fuel = 10000
#! expect = "fuel"
# Short loops inside each other multiply.
hits = 0
for a in range(100):
    for b in range(100):
        for c in range(100):
            if a + b == c:
                hits += 1
