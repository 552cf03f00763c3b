#! expect = {status = "fuel"}
#! fuel = 100000
x = [None] * 20_000_000
while True:
    x.pop(0)
