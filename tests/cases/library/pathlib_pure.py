# Pure paths: parts, names, joining, relations.
from pathlib import PurePath, PurePosixPath, PureWindowsPath

p = PurePosixPath("/srv/data/report.tar.gz")
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.root, p.anchor, list(p.parents))
print(p.with_name("x.csv"), p.with_suffix(".zip"), p.with_stem("new"), p.with_suffix(""), p / "sub" / "f", "/base" / PurePosixPath("rel"))
print(p.relative_to("/srv"), p.is_relative_to("/srv/data"), p.is_absolute(), p.as_posix(), p.match("*.gz"), p.match("data/*"), p.joinpath("a", "/b"))
print(PurePosixPath("a/./b//c/"), PurePosixPath("a/../b"), PurePosixPath(), PurePosixPath(""), PurePosixPath(".hidden").suffix, PurePosixPath("a", "b"), PurePosixPath("//x"))
print(PurePosixPath("/a/b/c").relative_to("/a/d", walk_up=True), PurePosixPath("x") < PurePosixPath("y"), PurePosixPath("a") == PurePosixPath("A"), hash(p) == hash(PurePosixPath(str(p))))
w = PureWindowsPath(r"C:\Users\Ann\file.TXT")
print(w, repr(w), w.drive, w.root, w.anchor, w.parts, w.as_posix(), w.suffix, w == PureWindowsPath("c:/users/ann/FILE.txt"), w.parent.name)
print(PureWindowsPath("C:/a") / "D:b", PureWindowsPath("//srv/share/x").drive, PureWindowsPath("a").is_absolute())
print(sorted(map(PurePosixPath, ["b/2", "a/10", "a/9"])), {PurePosixPath("k"): 1}, str(PurePath("a", "b")), bytes(PurePosixPath("é")), p.full_match("/srv/**/*.gz"))
for call in ("p.relative_to('/etc')", "p.with_name('')", "p.with_name('a/b')", "PurePosixPath('/').with_suffix('.x')", "PurePosixPath(5)", "p.with_suffix('bad')", "p.parents[9]", "PurePosixPath('a') < PureWindowsPath('a')"):
    try:
        print(eval(call))
    except (ValueError, TypeError, IndexError) as e:
        print(call, "->", type(e).__name__)
PurePosixPath("docs") / "index.md"
