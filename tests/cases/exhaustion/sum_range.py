#! expect = {status = "fuel"}
#! fuel = 100000
sum(range(10**18))
