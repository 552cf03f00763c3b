#! fuel = 10000
#! expect = "fuel"
class Endless(Exception):
    def __str__(self):
        while True:
            pass


raise Endless
