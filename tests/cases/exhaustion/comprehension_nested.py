#! expect = {status = "fuel"}
#! fuel = 100000
[[[0 for _ in range(10**4)] for _ in range(10**4)] and 0 for _ in range(10**4)]
