# io.FileIO by itself: modes, errors, an opener, and subclasses.
import io
import os


def show(what, act):
    try:
        print(what, "->", repr(act()))
    except Exception as error:
        print(what, "->", type(error).__name__, error)


file = io.FileIO("x", "w+")
print(repr(file), file.mode, file.closefd, file.isatty(), file.seekable(), file.readable(), file.writable())
print(file.write(b"hello"), file.tell(), file.seek(1), file.read(2), file.readall(), file.read(1))
show("seek", lambda: file.seek(-1))
show("whence", lambda: file.seek(0, 9))
show("truncate", lambda: file.truncate(-1))
print(file.truncate(2), file.seek(0), file.read(), file.tell())
block = bytearray(4)
file.seek(0)
print(file.readinto(block), block)
file.name = "another"
print(repr(file))
file.close()
print(repr(file), file.closed)
for name in ("read", "tell", "fileno", "readable", "seekable", "isatty", "readall"):
    show(name, getattr(file, name))
for mode in ("zz", "rw", "r+w", "r++", "", "rb", "b"):
    show(f"mode {mode!r}", lambda: io.FileIO("x", mode).mode)
show("read only", lambda: io.FileIO("x").write(b""))
show("write only", lambda: io.FileIO("x", "w").read())
show("no file", lambda: io.FileIO("missing"))
show("exclusive", lambda: io.FileIO("x", "x"))
show("a folder", lambda: io.FileIO("."))
show("negative", lambda: io.FileIO(-1))
show("closefd", lambda: io.FileIO("x", closefd=False))
show("opener", lambda: open("x", opener=lambda name, flags: -1))
show("bad opener", lambda: open("x", opener=lambda name, flags: "no"))

with open("y", "w", opener=lambda name, flags: os.open(name + ".txt", flags)) as file:
    file.write("by an opener")
print(sorted(os.listdir()), open("y.txt").read(), file.name)

fd = os.open("y.txt", os.O_RDONLY)
with open(fd, "rb", closefd=False) as file:
    print(file.read(2), repr(file.name == fd))
print(os.read(fd, 3))
with os.fdopen(fd) as file:
    print(file.read())
show("closed", lambda: os.read(fd, 1))


class Loud(io.FileIO):
    def readinto(self, block):
        print("readinto")
        return super().readinto(block)

    def close(self):
        if not self.closed:
            print("close")
        super().close()


with io.BufferedReader(Loud("y.txt")) as file:
    print(file.read(5))
print(file.closed)
