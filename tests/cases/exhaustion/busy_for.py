#! expect = {status = "fuel"}
#! fuel = 100000
for i in range(10**12):
    pass
