#! expect = {status = "fuel"}
#! fuel = 100000
x = 3 ** 20_000_000
while True:
    divmod(x, 7 ** 5_000_000)
