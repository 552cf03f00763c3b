# Shell-style patterns.
import fnmatch
import re

names = ["data.csv", "DATA.CSV", "image.png", "image10.png", ".hidden", "a[1].txt", "report_2024.csv", "dir/file.csv"]
for pattern in ("*.csv", "image?.png", "image*.png", "[!.]*", "*[0-9]*", "a[[]1].txt", "report_????.csv", "*", "d*/*", "[a-d]*"):
    print(f"{pattern:<16} {fnmatch.filter(names, pattern)}")
print(fnmatch.fnmatch("a.TXT", "*.TXT"), fnmatch.fnmatchcase("a.TXT", "*.txt"), fnmatch.fnmatchcase("", "*"), fnmatch.fnmatchcase("ab", "a"))
for pattern in ("*.txt", "a?b", "[!x]y", "[", "[z-a]", "**"):
    rx = re.compile(fnmatch.translate(pattern))
    print(pattern, [bool(rx.match(t)) for t in ("n.txt", "a-b", "zy", "xy", "[", "")])
print(fnmatch.fnmatch(b"x.py", b"*.py"), fnmatch.fnmatchcase("line\nbreak", "l*k"), fnmatch.fnmatchcase("a]b", "a[]]b"))
try:
    fnmatch.fnmatch("x", 5)
except TypeError as e:
    print(type(e).__name__)
fnmatch.filter(["x1", "y2", "x3"], "x?")
