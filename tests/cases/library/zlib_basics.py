# Compression round trips, checksums, broken input.
import zlib

data = b"taipan " * 200 + bytes(range(256))
for level in (0, 1, 6, 9):
    packed = zlib.compress(data, level)
    print(level, len(packed) < len(data), zlib.decompress(packed) == data)
print(zlib.crc32(b"hello"), zlib.adler32(b"hello"), zlib.crc32(b"lo", zlib.crc32(b"hel")), zlib.adler32(b""), zlib.crc32(b""))
c = zlib.compressobj()
packed = b"".join([c.compress(data[:700]), c.compress(data[700:]), c.flush()])
d = zlib.decompressobj()
out = d.decompress(packed + b"tail")
print(out == data, d.eof, d.unused_data, zlib.decompress(zlib.compress(b"")))
d = zlib.decompressobj()
first = d.decompress(packed, max_length=100)
rest = d.decompress(d.unconsumed_tail) + d.flush()
print(len(first), first + rest == data)
d, out = zlib.decompressobj(), bytearray()
for i in range(0, len(packed), 10):
    out += d.decompress(packed[i:i + 10])
print(bytes(out) == data)
raw = zlib.compressobj(wbits=-15)
body = raw.compress(b"raw deflate") + raw.flush()
print(zlib.decompress(body, wbits=-15), zlib.decompress(bytes.fromhex("789c4b4c4a0600024d0127")))
gz = zlib.compressobj(wbits=31)
wrapped = gz.compress(b"gzip") + gz.flush()
print(wrapped[:2], zlib.decompress(wrapped, wbits=47), zlib.MAX_WBITS, zlib.Z_BEST_COMPRESSION)
for call in ("zlib.decompress(b'junk')", "zlib.decompress(packed[:20])", "zlib.decompress(b'')", "zlib.compress(b'x', 99)", "zlib.compress('text')"):
    try:
        print(eval(call))
    except (zlib.error, TypeError) as e:
        print(call, "->", type(e).__name__)
len(zlib.decompress(zlib.compress(b"\0" * 100_000)))
