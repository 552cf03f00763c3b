#! expect = {status = "fuel"}
#! fuel = 100000
s = 'a' * 1_000_000
x = [s + str(i) for i in range(100)] * 1000
x.sort()
