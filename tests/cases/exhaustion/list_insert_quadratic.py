#! expect = {status = "fuel"}
#! fuel = 100000
x = []
while True:
    x.insert(0, None)
