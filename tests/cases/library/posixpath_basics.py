# Path strings without a file system.
import posixpath as p

print(p.join("a", "b", "c.txt"), p.join("a", "/abs", "b"), p.join("a/", "b"), p.join("", "b"), p.join("a", ""))
for path in ("/usr/lib/x.tar.gz", "file", "dir/", "/", "", ".bashrc", "a.b/c", "..", "x.", "//net/share"):
    print(f"{path!r:<20} {p.split(path)} {p.splitext(path)} {p.basename(path)!r} {p.dirname(path)!r} {p.isabs(path)}")
print([p.normpath(t) for t in ("a//b/./c/..", "/../x", "", "../..", "//a", "a/../../b", "/a/b/../../..")])
print(p.commonpath(["/a/b/c", "/a/b/d"]), p.commonpath(["a"]), p.commonprefix(["/usr/lib", "/usr/local"]), p.commonprefix([]), p.splitdrive("/x/y"), p.splitroot("//a/b"))
print(p.relpath("/a/b/c", "/a/d"), p.relpath("/a", "/a"), p.normcase("A/b"), p.sep, p.pardir, p.curdir, p.extsep, p.pathsep)
print(p.join(b"a", b"b"), p.splitext(b"x.y"), p.isabs(b"/"))
for call in ("p.commonpath([])", "p.commonpath(['/a', 'b'])", "p.join('a', 5)", "p.join('a', b'b')", "p.relpath('')"):
    try:
        print(eval(call))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
p.splitext("archive.tar.gz")
