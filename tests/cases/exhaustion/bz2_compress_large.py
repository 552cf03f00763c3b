#! expect = {status = "fuel"}
#! fuel = 100000
import bz2
b = bytes(range(256)) * 200_000
while True:
    bz2.compress(b)
