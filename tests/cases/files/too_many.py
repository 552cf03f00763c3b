#! alone = "a disk has room for more"
#! fuel = 100_000_000
# So many files and no more, as a disk without inodes says it; one that goes makes room.
import os

made = 0
try:
    while made < 1_000_000:
        os.close(os.open(str(made), os.O_CREAT))
        made += 1
except OSError as error:
    print(made, type(error).__name__, error)
os.remove("7")
os.mkdir("again")
try:
    os.mkdir("more")
except OSError as error:
    print(error)
for name in os.listdir():
    os.rmdir(name) if name == "again" else os.remove(name)
print(os.listdir())
opened = []
try:
    while True:
        opened.append(os.open("x", os.O_CREAT))
except OSError as error:
    print(len(opened), error)
