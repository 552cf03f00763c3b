# Descriptors: os.open, os.read, os.write and what belongs to them.
import os


def show(what, act):
    try:
        print(what, "->", repr(act()))
    except OSError as error:
        print(what, "->", type(error).__name__, error)
    except Exception as error:
        print(what, "->", type(error).__name__, error)


fd = os.open("x", os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
print(os.write(fd, b"hello world"), os.lseek(fd, 0, os.SEEK_SET), os.read(fd, 5), os.lseek(fd, -3, os.SEEK_END), os.read(fd, 99))
print(os.fstat(fd).st_size, oct(os.fstat(fd).st_mode), os.isatty(fd), os.fsync(fd), os.ftruncate(fd, 4), os.fstat(fd).st_size)
print(os.lseek(fd, 0, os.SEEK_CUR), os.write(fd, b"!"), os.stat("x").st_size, os.read(fd, 1))
os.remove("x")
print(os.path.exists("x"), os.lseek(fd, 0, 0), os.read(fd, 2), os.fstat(fd).st_nlink)
os.close(fd)
again = os.open("y", os.O_WRONLY | os.O_CREAT)
print(again == fd)
show("read of a writer", lambda: os.read(again, 1))
os.close(again)
reader = os.open("y", os.O_RDONLY)
show("write of a reader", lambda: os.write(reader, b"x"))
show("truncate of a reader", lambda: os.ftruncate(reader, 0))
show("seek", lambda: os.lseek(reader, -1, 0))
show("whence", lambda: os.lseek(reader, 0, 77))
show("negative read", lambda: os.read(reader, -1))
os.close(reader)
for act in (os.close, os.fstat, lambda fd: os.read(fd, 1), lambda fd: os.write(fd, b""), lambda fd: os.lseek(fd, 0, 0), os.fsync):
    show("closed", lambda: act(reader))
show("exclusive", lambda: os.open("y", os.O_CREAT | os.O_EXCL))
show("missing", lambda: os.open("missing", os.O_RDONLY))
show("folder to write", lambda: os.open(".", os.O_WRONLY))
show("file as a folder", lambda: os.open("y", os.O_DIRECTORY))
folder = os.open(".", os.O_RDONLY)
show("read of a folder", lambda: os.read(folder, 1))
print(os.listdir(folder), sorted(entry.name for entry in os.scandir(folder)))
os.close(folder)
with open("z", "w") as file:
    file.write("buffered")
    print(os.stat("z").st_size)
    file.flush()
    os.fsync(file.fileno())
    print(os.fstat(file.fileno()).st_size)
print(oct(os.umask(0o077)), oct(os.umask(0o022)))
