#! fuel = 20000
#! expect = "fuel"
import atexit


def last():
    print("at exit")
    while True:
        pass


atexit.register(last)
"done"
