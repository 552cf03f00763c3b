#! expect = {status = "fuel"}
#! fuel = 100000
while True:
    a = []
    a.append(a)
