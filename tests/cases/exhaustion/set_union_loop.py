#! expect = {status = "fuel"}
#! fuel = 100000
a = set(range(1_000_000))
while True:
    a | a
