#! expect = {status = "fuel"}
#! fuel = 100000
import atexit
def f():
    while True:
        pass
atexit.register(f)
