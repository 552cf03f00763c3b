# StringIO: reading, seeking, newlines, printing into it.
import io

s = io.StringIO("one\ntwo\nthree")
print(s.readline(), s.read(3), s.tell(), s.readlines(), s.read(), s.seek(0), list(s))
s.seek(0)
s.write("ONE")
print(s.getvalue(), s.tell(), s.seek(0, io.SEEK_END), s.write("!"), s.getvalue())
s.seek(3)
print(s.truncate(), repr(s.getvalue()), s.readable(), s.writable(), s.seekable(), s.closed, s.line_buffering)
out = io.StringIO()
print("a", 1, sep="=", end=";", file=out)
out.writelines(["x", "y\n"])
print(repr(out.getvalue()))
print([repr(io.StringIO("a\r\nb\rc", newline=n).read()) for n in (None, "", "\n", "\r\n")])
with io.StringIO("ctx") as f:
    print(f.read())
try:
    f.read()
except ValueError as e:
    print(e)
table = io.StringIO()
for name, value in (("alpha", 1.5), ("beta", 22.25)):
    print(f"{name:<8}{value:>8.2f}", file=table)
print(table.getvalue(), end="")
rows = [line.rstrip("\n").split(",") for line in io.StringIO("a,b\n1,2\n")]
print(rows)
gap = io.StringIO()
gap.seek(3)
gap.write("x")
print(repr(gap.getvalue()))
for call in ("s.write(b'x')", "s.seek(-1)", "s.seek(1, 1)", "io.StringIO(5)", "s.fileno()"):
    try:
        print(eval(call))
    except (TypeError, ValueError, OSError) as e:
        print(call, "->", type(e).__name__)
io.StringIO("first\nsecond").readlines()
