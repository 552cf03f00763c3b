# Buffers of every kind over a file: reading, writing and moving about in one.
import io
import os

data = bytes(range(256)) * 2000
with open("x", "wb") as file:
    print(file.write(data), file.tell(), type(file).__name__)
with open("x", "rb") as file:
    print(file.read(3), file.tell(), file.peek(1)[:2], file.read1(2), file.tell())
    print(file.seek(-2, 2), file.read(), file.read(), file.seek(10), file.seek(5, 1), file.read(1))
    block = bytearray(300000)
    print(file.readinto(block), block[:3], block[-1])
    print(len(file.read()), file.seek(10**9), file.read(), file.tell())
    for position in (-1, 2**70):
        try:
            file.seek(position)
        except (OSError, OverflowError, ValueError) as error:
            print(type(error).__name__, getattr(error, "errno", None))
    try:
        file.write(b"x")
    except io.UnsupportedOperation as error:
        print(type(error).__name__)
with open("x", "r+b") as file:
    file.seek(100)
    file.write(b"HELLO")
    print(file.tell(), file.read(3), file.seek(98), file.read(8))
    print(file.truncate(103), file.seek(0, 2), file.truncate(110), file.seek(0, 2), file.seek(100), file.read())
    file.seek(200)
    file.write(b"!")
    file.flush()
    print(os.path.getsize("x"))
    file.seek(99)
    print(file.read(5), file.read()[-3:])
with open("x", "ab") as file:
    print(file.tell(), file.seek(0), file.write(b"end"), file.tell())
print(open("x", "rb").read()[-5:], os.path.getsize("x"))

with open("y", "wb", buffering=8) as file:
    file.write(b"1234567")
    print(os.path.getsize("y"))
    file.write(b"89")
    print(os.path.getsize("y") > 0)
    file.flush()
    print(os.path.getsize("y"))
with open("y", "w", buffering=1) as file:
    file.write("no line yet")
    print(os.path.getsize("y"))
    file.write(", now\nand more")
    print(os.path.getsize("y") > 0)
with open("y", "rb") as file:
    raw = file.detach()
    print(type(raw).__name__, raw.read(2), raw.fileno() > 2)
    for act in (file.read, file.close):
        try:
            act()
        except ValueError as error:
            print(error)
    raw.close()
try:
    open("y").buffer.raw.write(b"")
except io.UnsupportedOperation as error:
    print(error)
file = open("y")
file.close()
for act in (file.read, file.readline, file.tell, file.__enter__, file.fileno, lambda: next(file)):
    try:
        act()
    except ValueError as error:
        print(error)
print(file.close(), file.closed, isinstance(file, io.TextIOBase), isinstance(file.buffer.raw, io.RawIOBase))
