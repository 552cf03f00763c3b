# BytesIO, TextIOWrapper and buffered wrappers over it.
import io

b = io.BytesIO(b"hello world")
print(b.read(5), b.read1(3), b.tell(), b.seek(-3, io.SEEK_END), b.read(), b.getvalue())
b.seek(0)
buf = bytearray(4)
print(b.readinto(buf), buf, b.seek(2, io.SEEK_CUR), b.write(b"__"), b.getvalue(), b.truncate(5), b.getvalue())
view = io.BytesIO(b"abcd").getbuffer()
view[1:3] = b"XY"
print(bytes(view), len(view), view[0])
view.release()
lines = io.BytesIO(b"l1\nl2\r\nl3")
print(lines.readline(), lines.readlines(), io.BytesIO(b"a\nb").readline(1))
raw = io.BytesIO()
text = io.TextIOWrapper(raw, encoding="utf-8", newline="\r\n")
text.write("naïve\nline\n")
text.flush()
print(raw.getvalue(), text.encoding, text.errors)
raw.seek(0)
print([line for line in io.TextIOWrapper(raw, encoding="utf-8")])
print(io.TextIOWrapper(io.BytesIO(b"caf\xe9"), encoding="latin-1").read())
print(io.TextIOWrapper(io.BytesIO(b"caf\xe9"), encoding="ascii", errors="replace").read().encode("unicode_escape"))
r = io.BufferedReader(io.BytesIO(b"0123456789"))
print(r.peek(3)[:3], r.read(4), r.tell(), r.read())
sink = io.BytesIO()
w = io.BufferedWriter(sink, buffer_size=4)
w.write(b"abc")
w.flush()
print(sink.getvalue(), isinstance(b, io.BufferedIOBase), isinstance(text, io.TextIOBase), io.DEFAULT_BUFFER_SIZE > 0)
for call in ("io.BytesIO('text')", "b.write('x')", "io.BytesIO(b'').read(1.5)"):
    try:
        print(eval(call))
    except TypeError as e:
        print(call, "->", type(e).__name__)
io.BytesIO(b"\x00\xff").read()
