# glob over a tree.
import glob
import os

for path in ("a.txt", "b.txt", "c.csv", ".hidden.txt", "sub/d.txt", "sub/deep/e.txt", "sub/[x].txt", "other/f.csv"):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    open(path, "w").close()
for pattern in ("*", "*.txt", "?.txt", "[ac].*", "[!a].txt", "sub/*", "*/*.txt", "**/*.txt", "sub/**", "missing*", ".*", "a.txt",
                "sub/[[]x].txt", "*/", "", "nothing.txt"):
    print(repr(pattern), sorted(glob.glob(pattern)), sorted(glob.glob(pattern, recursive=True)))
print(sorted(glob.glob("*.txt", root_dir="sub")), sorted(glob.glob("**", recursive=True, include_hidden=True)))
print(sorted(glob.iglob(b"*.csv")), glob.escape("[x]*"), glob.has_magic("a*"))
