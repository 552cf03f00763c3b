#! expect = {status = "fuel"}
#! fuel = 100000
a = dict.fromkeys(range(1_000_000))
while True:
    a.copy()
