#! expect = {status = "memory"}
#! memory = "48MiB"
import struct
x = struct.unpack('100000000B', b'a' * 100_000_000)
