#! expect = {status = "fuel"}
#! fuel = 100000
x = 3 ** 10_000_000
while True:
    round(x, -1000)
