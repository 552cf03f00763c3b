# pathlib.Path: everything that touches a file.
from pathlib import Path


def show(what, act):
    try:
        print(what, "->", repr(act()))
    except Exception as error:
        print(what, "->", type(error).__name__, error)


here = Path()
folder = here / "data" / "2026"
show("mkdir", folder.mkdir)
folder.mkdir(parents=True)
folder.mkdir(parents=True, exist_ok=True)
show("again", folder.mkdir)
file = folder / "report.txt"
print(file.write_text("one\ntwo\n"), file.read_text(), file.read_bytes(), file.exists(), file.is_file(), file.is_dir())
print(file.write_bytes(b"\x00\xff"), file.stat().st_size, file.suffix, file.stem)
show("decoding", lambda: file.read_text(encoding="utf-8"))
show("missing", lambda: (here / "missing").read_text())
show("a folder", folder.read_bytes)
show("stat", lambda: (here / "missing").stat())
show("rmdir", (here / "data").rmdir)
show("unlink", folder.unlink)
show("unlink missing", lambda: (here / "missing").unlink(missing_ok=True))
with file.open("a", encoding="utf-8") as stream:
    stream.write("more")
print(file.read_bytes())
(folder / "b.csv").touch()
(folder / "deep").mkdir()
(folder / "deep" / "c.csv").write_text("x")
show("touch", lambda: (folder / "b.csv").touch(exist_ok=False))
print(sorted(map(str, folder.iterdir())), sorted(map(str, here.glob("**/*.csv"))), sorted(map(str, here.rglob("*.txt"))))
print(sorted(map(str, here.glob("*"))), sorted(map(str, folder.glob("?.csv"))))
for top, folders, files in sorted((str(top), sorted(folders), sorted(files)) for top, folders, files in here.walk()):
    print(top, folders, files)
moved = file.rename(folder / "moved.txt")
print(moved, moved.exists(), file.exists())
print(moved.replace(here / "top.txt"), (here / "top.txt").is_file())
show("rename", lambda: file.rename("x"))
print((here / "top.txt").samefile("top.txt"), (here / "data").resolve() == Path.cwd() / "data", Path("a/../b").resolve().name)
print((here / "top.txt").absolute() == Path.cwd() / "top.txt", (here / "x").is_symlink(), (here / "x").is_mount())
(here / "top.txt").chmod(0o600)
print(oct((here / "top.txt").stat().st_mode), (here / "top.txt").lstat().st_size)
(here / "top.txt").unlink()
show("gone", (here / "top.txt").unlink)
show("iterdir", lambda: list((here / "missing").iterdir()))
show("newline", lambda: (here / "n").write_text("a\nb", newline="\r\n") and (here / "n").read_bytes())
show("a number", lambda: (here / "n").write_text(5))
