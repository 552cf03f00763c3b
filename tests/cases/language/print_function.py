# print: sep, end, file, flush, star arguments, and objects with their own str.
import io
import sys

print()
print("a", 1, None, [2.50], sep=", ", end=".\n")
print("no newline", end="")
print("", "joined", sep="|")
print(*"abc", sep="\n")
print("x", "y", sep="")
print("x", "y", sep=None, end=None)
print(["nested", ("t",)], {"k": "v"}, {1}, "é", "\ttab", r"\raw", b"bytes", True)
buffer = io.StringIO()
print("to buffer", 1, file=buffer, flush=True)
print(f"{'last'}", file=buffer, end="")
print(repr(buffer.getvalue()), print("inner"))
sys.stdout.write("written\n")
print("one\ntwo", "three", sep=";\n")

class Loud:
    def __str__(self):
        return "LOUD"

class Writer:
    parts = []
    write = parts.append

w = Writer()
print(Loud(), [Loud] and "list", file=w)
for bad in ({"sep": 1}, {"end": b""}, {"file": 5}):
    try:
        print("x", **bad)
    except (TypeError, AttributeError) as exc:
        print(type(exc).__name__)
w.parts
