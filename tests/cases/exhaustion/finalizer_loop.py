#! expect = {status = "fuel"}
#! fuel = 100000
class A:
    def __del__(self):
        while True:
            pass
A()
