#! fuel = 200000
#! expect = {status = "fuel"}
try:
    import atexit
except ImportError:
    while True:
        pass

@atexit.register
def spin():
    while True:
        try:
            while True:
                pass
        except BaseException:
            print("ESCAPED")
