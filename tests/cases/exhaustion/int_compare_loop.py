#! expect = {status = "fuel"}
#! fuel = 100000
x = 1 << 500_000_000
y = (1 << 500_000_000) + 0
n = 0
while True:
    n += x == y
