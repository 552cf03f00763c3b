#! expect = {status = "fuel"}
#! fuel = 100000
a = ()
for _ in range(100):
    a = (a, a)
repr(a)
