#! alone = "a disk has more than a sandbox"
# Nothing but /sandbox and /dev/null is there, and nothing can be made elsewhere.
import glob
import os


def show(what, act):
    try:
        print(what, "->", repr(act()))
    except OSError as error:
        print(what, "->", type(error).__name__, error)


print(os.getcwd(), os.listdir("/"), os.listdir(".."), os.listdir("/dev"), sorted(glob.glob("/**", recursive=True)))
for path in ("/etc/passwd", "/proc/self/environ", "/tmp", "/sandbox/../etc/passwd", "../../root", "/dev/zero", "/dev/stdin"):
    show(path, lambda: open(path).read())
    show(path, lambda: os.listdir(path))
for path in ("/x", "../x", "/dev/x", "/tmp/x"):
    show(path, lambda: open(path, "w"))
    show(path, lambda: os.mkdir(path))
show("rmdir", lambda: os.rmdir("/sandbox"))
show("remove", lambda: os.remove("/dev/null"))
show("rename", lambda: os.rename("/sandbox", "/elsewhere"))
show("chmod", lambda: os.chmod("/dev/null", 0))
with open(os.devnull, "w") as file:
    print(file.write("swallowed"), file.tell())
print(repr(open(os.devnull).read()), os.path.exists(os.devnull), os.path.getsize(os.devnull))
open("f", "w").close()
os.mkdir("gone")
os.chdir("gone")
os.rmdir("/sandbox/gone")
show("cwd", os.getcwd)
show("open", lambda: open("x", "w"))
os.chdir("/sandbox")
print(os.listdir(), os.statvfs(".").f_namemax, open(b"/sandbox/f").read())
