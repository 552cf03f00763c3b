#! expect = {status = "fuel"}
#! fuel = 100000
a = [[0] * 1000] * 10_000
b = [[0] * 1000 for _ in range(10)] * 1000
x = [a == b for _ in range(1000)]
