#! expect = {status = "fuel"}
#! fuel = 100000
m = (1 << 1_000_000) - 1
x = pow(3, m - 1, m)
