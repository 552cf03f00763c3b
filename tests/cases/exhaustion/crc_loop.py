#! expect = {status = "fuel"}
#! fuel = 100000
import zlib
b = b'a' * 5_000_000
while True:
    zlib.crc32(b)
