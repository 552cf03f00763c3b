#! expect = {status = "fuel"}
#! fuel = 100000
sum(i * i for i in range(10**12))
