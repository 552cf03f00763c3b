#! expect = {status = "fuel"}
#! fuel = 100000
x = 0.5 in range(10**15)
