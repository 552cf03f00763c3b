# gzip in memory.
import gzip
import io
import zlib

text = "line one\nline two\nżółw\n" * 50
packed = gzip.compress(text.encode(), mtime=0)
print(packed[:4], packed[4:8], gzip.decompress(packed).decode() == text, len(packed) < len(text))
print(int.from_bytes(packed[-4:], "little") == len(text.encode()), int.from_bytes(packed[-8:-4], "little") == zlib.crc32(text.encode()))
buffer = io.BytesIO()
with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as f:
    print(f.write(b"hello "), f.write(b"again"), f.writable(), f.readable())
print(gzip.decompress(buffer.getvalue()))
buffer.seek(0)
with gzip.GzipFile(fileobj=buffer) as f:
    print(f.read(3), f.tell(), f.seek(1), f.read(), f.read())
with gzip.open(io.BytesIO(packed), "rt", encoding="utf-8") as f:
    print(f.readline(), len(f.readlines()))
out = io.BytesIO()
with gzip.open(out, "wt", encoding="utf-8", newline="\n") as f:
    print("printed", 1, file=f)
print(gzip.decompress(out.getvalue()), gzip.decompress(gzip.compress(b"") + gzip.compress(b"joined")))
for call in ("gzip.decompress(b'not gzip')", "gzip.decompress(packed[:-5])", "gzip.decompress(packed[:-8] + b'\\0' * 8)", "gzip.compress('text')"):
    try:
        print(len(eval(call)))
    except (OSError, EOFError, TypeError) as e:
        print(call, "->", type(e).__name__)
print(issubclass(gzip.BadGzipFile, OSError))
gzip.decompress(gzip.compress(b"abc", compresslevel=1))
