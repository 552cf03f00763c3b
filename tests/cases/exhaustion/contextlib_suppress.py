#! expect = {status = "fuel"}
#! fuel = 100000
import contextlib
while True:
    with contextlib.suppress(BaseException):
        while True:
            pass
