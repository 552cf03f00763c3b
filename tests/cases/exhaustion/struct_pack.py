# taipan: expect = "memory"
# taipan: memory = "48MiB"
import struct
struct.pack('10000000000x')
