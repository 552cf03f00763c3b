#! expect = {status = "fuel"}
#! fuel = 100000
x = [None] * 20_000_000
while True:
    x.index(1) if 1 in x else None
