#! fuel = 10000
#! expect = "fuel"
class Endless:
    n = 0
    while True:
        n += 1
