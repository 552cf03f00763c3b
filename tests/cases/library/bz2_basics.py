# bz2 in memory.
import bz2
import io

data = b"the same words again and again " * 40
packed = bz2.compress(data)
print(packed[:3], bz2.decompress(packed) == data, len(packed) < len(data), bz2.decompress(bz2.compress(b"")))
c = bz2.BZ2Compressor()
joined = c.compress(data[:500]) + c.compress(data[500:]) + c.flush()
d = bz2.BZ2Decompressor()
out = b"".join(d.decompress(joined[i:i + 7]) for i in range(0, len(joined), 7))
print(out == data, d.eof, d.needs_input, d.unused_data)
d = bz2.BZ2Decompressor()
print(d.decompress(joined + b"rest") == data, d.unused_data)
print(bz2.decompress(bz2.compress(b"one", 1) + bz2.compress(b"two", 9)))
buffer = io.BytesIO()
with bz2.open(buffer, "wt", encoding="utf-8") as f:
    f.write("zażółć\nsecond\n")
buffer.seek(0)
with bz2.BZ2File(buffer) as f:
    print(f.readline().decode(), f.read(), f.tell())
for call in ("bz2.decompress(b'junk')", "bz2.decompress(packed[:30])", "bz2.compress(b'', 0)", "bz2.compress('text')"):
    try:
        print(eval(call))
    except (OSError, ValueError, TypeError) as e:
        print(call, "->", type(e).__name__)
bz2.decompress(bz2.compress(b"abc"))
