# Packing and unpacking binary records.
import struct

print(struct.pack("<I", 1), struct.pack(">I", 1), struct.pack("!hB", -2, 255), struct.pack("<d", 1.5), struct.pack(">f", -0.1))
print(struct.unpack("<hHbB", b"\xff\xff\xff\xff\x80\xff"), struct.unpack(">q", b"\x80" + b"\0" * 7))
print(struct.calcsize("<ihb"), struct.calcsize("=qd"), struct.calcsize("<10s3x?"), struct.calcsize(">2h4B"), struct.calcsize(""))
print(struct.pack("5s3p?c", b"ab", b"xyz", True, b"q"), struct.unpack("<3s2xB", b"abc\0\0\7"))
print(struct.pack("<e", 0.5), struct.unpack("<e", b"\x00\x3e"), struct.pack("<2Q", 2**64 - 1, 0))
s = struct.Struct("<HHI")
packed = s.pack(1, 2, 3)
print(s.size, s.format, packed, s.unpack(packed), list(s.iter_unpack(packed * 2)), repr(s))
buf = bytearray(10)
s.pack_into(buf, 2, 7, 8, 9)
print(buf, s.unpack_from(buf, 2), struct.unpack_from("<B", buf, offset=2))
header = struct.pack(">4sHIq", b"RIFF", 1, 4096, -1)
magic, version, size, stamp = struct.unpack(">4sHIq", header)
print(header.hex(" "), magic.decode(), version, size, stamp)
print(struct.unpack("<f", struct.pack("<f", 3.14159))[0], struct.unpack(">f", bytes.fromhex("7f800000"))[0])
print(int.from_bytes(struct.pack(">d", 1.0), "big") == 0x3FF0000000000000, (258).to_bytes(2, "little"), int.from_bytes(b"\xff\xfe", signed=True))
for call in (
    "struct.pack('<B', 256)", "struct.pack('<b', -129)", "struct.unpack('<I', b'abc')", "struct.pack('<I')",
    "struct.pack('z', 1)", "struct.pack('<I', 1.5)", "struct.pack('<c', b'ab')", "struct.pack('<f', 1e39)",
):
    try:
        print(eval(call))
    except (struct.error, OverflowError) as e:
        print(call, "->", type(e).__name__)
struct.unpack("<3B", b"\x01\x02\x03")
