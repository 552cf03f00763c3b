#! expect = {status = "fuel"}
#! fuel = 100000
import hashlib
b = b'a' * 5_000_000
while True:
    hashlib.sha256(b).digest()
