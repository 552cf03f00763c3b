#! expect = {status = "fuel"}
#! fuel = 100000
a = []
b = []
for _ in range(100):
    a = [a, a]
    b = [b, b]
a == b
