#! alone = "its clock moves"
# Times are those of the policy's clock: a fixed one moves when the program sleeps.
import os
import time

start = time.time()
open("a", "w").close()
time.sleep(5)
os.mkdir("folder")
open("folder/b", "w").close()
time.sleep(2.5)
with open("a", "a") as file:
    file.write("x")
for path in (".", "a", "folder", "folder/b"):
    found = os.stat(path)
    print(path, found.st_atime - start, found.st_mtime - start, found.st_ctime - start, found.st_mtime_ns)
time.sleep(1)
os.utime("a")
print(os.path.getmtime("a") - start)
