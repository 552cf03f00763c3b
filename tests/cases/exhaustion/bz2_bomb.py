#! expect = {status = "memory"}
#! memory = "48MiB"
import bz2
c = bz2.compress(b'\0' * 2_000_000)
x = bz2.decompress(c * 40)
