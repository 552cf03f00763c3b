#! expect = {status = "fuel"}
#! fuel = 100000
x = [None] * 20_000_000
while True:
    del x[0:1]
