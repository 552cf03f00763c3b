#! fuel = 10000
#! expect = "ok"
# A bound that is not reached changes nothing.
sum(n for n in range(1000))
