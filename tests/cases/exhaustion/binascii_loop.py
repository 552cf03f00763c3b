#! expect = {status = "fuel"}
#! fuel = 100000
import binascii
b = b'a' * 5_000_000
while True:
    binascii.hexlify(b)
