#! expect = {status = "fuel"}
#! fuel = 100000
while True:
    eval('1+1')
