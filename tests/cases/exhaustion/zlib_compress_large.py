#! expect = {status = "fuel"}
#! fuel = 100000
import zlib
b = bytes(range(256)) * 400_000
while True:
    zlib.compress(b, 9)
