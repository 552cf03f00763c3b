#! expect = {status = "fuel"}
#! fuel = 100000
sum(reversed(range(10**18)))
