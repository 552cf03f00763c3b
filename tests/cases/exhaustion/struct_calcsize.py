#! expect = {status = "error"}
import struct
struct.pack('1000000000000000000000x')
