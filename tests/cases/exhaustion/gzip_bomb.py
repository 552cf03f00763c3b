#! expect = {status = "memory"}
#! memory = "48MiB"
import gzip
c = gzip.compress(b'\0' * 50_000_000)
x = gzip.decompress(c * 20)
