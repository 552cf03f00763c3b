#! expect = {status = "fuel"}
#! fuel = 100000
c = object
i = 0
while True:
    c = type('C', (c,), {})
