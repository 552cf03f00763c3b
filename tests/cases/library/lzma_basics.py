# lzma and xz in memory.
import io
import lzma

data = b"lempel ziv markov " * 60
packed = lzma.compress(data, preset=0)
print(packed[:6], lzma.decompress(packed) == data, len(packed) < len(data), lzma.decompress(lzma.compress(b"", preset=0)))
alone = lzma.compress(data, format=lzma.FORMAT_ALONE, preset=0)
print(lzma.decompress(alone) == data, alone[:1], lzma.decompress(lzma.compress(b"x", preset=0)), lzma.is_check_supported(lzma.CHECK_CRC32))
c = lzma.LZMACompressor(preset=0)
joined = c.compress(data[:400]) + c.compress(data[400:]) + c.flush()
d = lzma.LZMADecompressor()
print(d.decompress(joined + b"more") == data, d.eof, d.unused_data)
print(lzma.decompress(lzma.compress(b"one", preset=0) + lzma.compress(b"two", preset=0)))
buffer = io.BytesIO()
with lzma.open(buffer, "wb", preset=0) as f:
    f.write(b"first\nsecond\n")
buffer.seek(0)
with lzma.LZMAFile(buffer) as f:
    print(f.readline(), f.read())
buffer.seek(0)
with lzma.open(buffer, "rt", encoding="utf-8") as f:
    print([line.strip() for line in f])
for call in ("lzma.decompress(b'junk')", "lzma.decompress(packed[:40])", "lzma.compress('text')"):
    try:
        print(eval(call))
    except (lzma.LZMAError, TypeError) as e:
        print(call, "->", type(e).__name__)
len(lzma.decompress(lzma.compress(b"\0" * 5000, preset=0)))
