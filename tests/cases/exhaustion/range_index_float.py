#! expect = {status = "fuel"}
#! fuel = 100000
class Odd:
    pass
x = range(10**15).count(Odd())
