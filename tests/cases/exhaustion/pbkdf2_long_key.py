#! expect = {status = "memory"}
#! memory = "48MiB"
import hashlib
hashlib.pbkdf2_hmac('sha256', b'a', b'b', 1, 10**10)
