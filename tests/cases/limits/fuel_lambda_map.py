#! fuel = 10000
#! expect = "fuel"
# A native iterator that calls guest code at each step.
list(map(lambda x: x * x, range(10**9)))
