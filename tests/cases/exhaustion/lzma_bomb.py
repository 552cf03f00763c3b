#! expect = {status = "memory"}
#! memory = "48MiB"
import lzma
c = lzma.compress(b'\0' * 2_000_000, preset=0)
x = lzma.decompress(c * 40)
