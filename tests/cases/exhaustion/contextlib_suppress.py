# taipan: expect = "fuel"
# taipan: fuel = 100000
import contextlib
while True:
    with contextlib.suppress(BaseException):
        while True:
            pass
