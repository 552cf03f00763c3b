# The calls of os on files and folders, right and wrong: each error with its number, words and names.
import os
import stat


def show(what, act):
    try:
        print(what, "->", repr(act()))
    except OSError as error:
        print(what, "->", type(error).__name__, error.errno, error.strerror, error.filename, error.filename2, "|", error)
    except Exception as error:
        print(what, "->", type(error).__name__, error)


os.mkdir("a")
os.makedirs("a/b/c")
os.makedirs("a/b", exist_ok=True)
for name in ("f", "a/g", "a/b/h"):
    with open(name, "w") as file:
        file.write(name * 3)
for path in ("a", "f", "f/", ".", "..", "missing/x", "", b"bytes", 5, "x" * 256, "nul\0", "f/x"):
    show(f"mkdir {path!r:.20}", lambda: os.mkdir(path))
for path in ("f", "a", "a/b/c", "missing", ".", "..", b"bytes", "", None):
    show(f"rmdir {path!r}", lambda: os.rmdir(path))
for path in ("a", "missing", "f/", ".", "f/x", b"f", "f"):
    show(f"remove {path!r}", lambda: os.remove(path))
for path in ("a", "a/g", ".", b"a", "missing", "a/g/x", None, 1.5):
    show(f"listdir {path!r}", lambda: sorted(os.listdir(path)))
for pair in (("a/g", "g"), ("g", "a/b/h"), ("missing", "x"), ("a", "a/b/x"), ("a/b", "a"), ("a/b/h", "a"), ("a", "a/b/h"),
             (".", "x"), ("a", "."), ("a/b/h", "h/"), ("a", "z"), ("z", "z"), ("z", 3), (b"z", b"a")):
    show(f"rename {pair}", lambda: os.rename(*pair))
show("replace", lambda: os.replace("a/b/h", "h"))
show("renames", lambda: os.renames("a/b", "q/r/s"))
show("removedirs", lambda: os.removedirs("q/r/s"))
print(sorted(os.listdir()))
for path in ("h", ".", "missing", "h/", b"h", 99, None):
    show(f"stat {path!r}", lambda: (oct(os.stat(path).st_mode), os.path.isfile(path)))
found = os.stat("h")
print(found.st_size, found[6], len(found), found.st_nlink, stat.S_ISREG(found.st_mode), found.st_ino == os.stat("h").st_ino)
print(type(found).__name__, abs(found.st_mtime - found.st_mtime_ns / 1e9) < 1e-3, found.st_mtime_ns // 10**9 == found[8])
print(os.path.samefile("h", "./h"), os.path.getsize("h"), os.path.exists("nothing"), os.path.lexists("h"))
print([os.access("h", mode) for mode in (os.F_OK, os.R_OK, os.W_OK)], os.access("missing", os.F_OK))
os.chmod("h", 0o640)
print(oct(os.stat("h").st_mode))
os.utime("h", (1, 2.5))
print(os.stat("h").st_atime, os.stat("h").st_mtime, os.stat("h").st_mtime_ns, os.path.getmtime("h"))
os.utime("h", ns=(5, 7))
print(os.stat("h").st_mtime_ns)
show("utime", lambda: os.utime("h", 3))
show("utime both", lambda: os.utime("h", (1, 2), ns=(1, 2)))
show("utime missing", lambda: os.utime("missing"))
show("chmod missing", lambda: os.chmod("missing", 0))
os.truncate("h", 4)
print(open("h", "rb").read())
os.truncate("h", 6)
print(open("h", "rb").read())
show("truncate", lambda: os.truncate("h", -1))
show("truncate a folder", lambda: os.truncate(".", 0))
show("readlink", lambda: os.readlink("h"))
show("islink", lambda: os.path.islink("h"))
top = os.getcwd()
os.makedirs("in/side")
os.chdir("in")
print(os.getcwd() == os.path.join(top, "in"), os.listdir(), os.path.abspath("side") == os.path.join(top, "in/side"))
os.chdir("side/../..")
print(os.getcwd() == top, os.path.realpath("in/side/..") == os.path.join(top, "in"), os.getcwdb() == top.encode())
show("chdir to a file", lambda: os.chdir("h"))
show("chdir to nowhere", lambda: os.chdir("missing"))
show("getsize", lambda: os.path.getsize("missing"))
