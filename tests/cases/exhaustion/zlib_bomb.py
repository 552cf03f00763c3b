#! expect = {status = "memory"}
#! memory = "48MiB"
import zlib
b = zlib.compress(b'\0' * 10_000_000)
d = zlib.decompressobj()
x = []
c = zlib.compress(zlib.compress(b'\0' * 200_000_000, 9), 9)
while True:
    x.append(zlib.decompress(zlib.decompress(c)))
