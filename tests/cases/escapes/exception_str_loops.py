#! expect = {status = "fuel"}
#! fuel = 100000
class Evil(Exception):
    def __str__(self):
        while True:
            pass

raise Evil
