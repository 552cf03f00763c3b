#! expect = {status = "fuel"}
#! fuel = 100000
x = list(range(1_000_000))
while True:
    x.sort(key=str)
