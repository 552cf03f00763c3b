#! expect = {status = "fuel"}
#! fuel = 100000
m = (1 << 12_000_000) - 1
x = pow(12345678901, -1, m)
