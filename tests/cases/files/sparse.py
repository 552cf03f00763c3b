#! alone = "a disk may have files with holes"
# A file has no holes: what would make one beyond the bound is refused, and costs nothing.
import os

fd = os.open("x", os.O_RDWR | os.O_CREAT)
print(os.lseek(fd, 2**60, os.SEEK_SET), os.read(fd, 1))
for act in (lambda: os.write(fd, b"x"), lambda: os.ftruncate(fd, 2**60), lambda: os.truncate("x", 2**62)):
    try:
        act()
    except OSError as error:
        print(type(error).__name__, error)
print(os.fstat(fd).st_size)
try:
    with open("y", "wb") as file:
        file.seek(2**60)
        file.write(b"x")
except OSError as error:
    print(type(error).__name__, error)
print(file.closed, os.path.getsize("y"))
