#! expect = {status = "fuel"}
#! fuel = 100000
class E(Exception):
    def __str__(self):
        while True:
            pass
raise E
