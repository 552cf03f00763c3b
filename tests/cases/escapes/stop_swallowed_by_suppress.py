#! fuel = 200000
#! expect = {status = "fuel"}
try:
    import contextlib
except ImportError:
    while True:
        pass

while True:
    with contextlib.suppress(BaseException):
        while True:
            pass
    print("ESCAPED")
