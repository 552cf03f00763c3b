#! expect = {status = "fuel"}
#! fuel = 100000
while True:
    pass
