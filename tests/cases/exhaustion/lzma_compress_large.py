#! expect = {status = "fuel"}
#! fuel = 100000
import lzma, random
b = random.randbytes(50_000_000)
lzma.compress(b, preset=9)
