#! expect = {status = "fuel"}
#! fuel = 100000
import hashlib
hashlib.pbkdf2_hmac('sha256', b'a', b'b', 10**9)
