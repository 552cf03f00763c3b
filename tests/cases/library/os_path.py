# os.path, separators, fspath: the parts that touch no file.
import os
import os.path

print(os.sep, os.pathsep, os.linesep == "\n", os.curdir, os.pardir, os.extsep, os.altsep, os.name, os.path.sep)
print(os.path.join("a", "b.txt"), os.path.basename("/x/y.py"), os.path.dirname("/x/y.py"), os.path.splitext("y.tar.gz"), os.path.split("/x/y"))
print(os.path.normpath("a/../b//c/."), os.path.isabs("/a"), os.path.commonpath(["/a/b", "/a/c"]), os.path.commonprefix(["abc", "abd"]), os.path.relpath("/a/b", "/a/c"))


class Path:
    def __init__(self, text):
        self.text = text

    def __fspath__(self):
        return self.text


print(os.fspath("x"), os.fspath(b"y"), os.fspath(Path("/via/hook")), os.path.join(Path("p"), "q"), isinstance(Path(""), os.PathLike))
print(os.fsencode("é"), os.fsdecode(b"\xc3\xa9"), os.path is __import__("posixpath"))
for value in (5, None, Path(3)):
    try:
        print(os.fspath(value))
    except TypeError as e:
        print(e)


def rename(path, suffix):
    stem, _ = os.path.splitext(os.path.basename(path))
    return os.path.join(os.path.dirname(path), f"{stem}{suffix}")


print([rename(p, ".bak") for p in ("/data/a.csv", "b", "c.tar.gz")])
print(issubclass(OSError, Exception), os.error is OSError, OSError(2, "No such file", "f.txt"), FileNotFoundError(2, "x").errno)
print(type(OSError(13, "denied")).__name__, type(OSError(17, "x")).__name__, OSError("only text").errno)
os.path.join("/root", "sub", "..", "file")
