#! fuel = 10000
#! expect = "fuel"
[x for x in range(10**9) if x < 0]
