#! expect = {status = "fuel"}
#! fuel = 100000
sum(range(0, 10**30, 10**3))
