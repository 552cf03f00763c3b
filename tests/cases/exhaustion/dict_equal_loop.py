#! expect = {status = "fuel"}
#! fuel = 100000
a = dict.fromkeys(range(1_000_000))
b = dict(a)
while True:
    a == b
