# Folders read entry by entry, and walked.
import os

for path in ("a/b", "a/c/d", "e"):
    os.makedirs(path)
for path in ("top.txt", "a/1.txt", "a/2.txt", "a/c/3.txt", "a/c/d/4.txt"):
    with open(path, "w") as file:
        file.write(path)
for entry in sorted(os.scandir("a"), key=lambda entry: entry.name):
    print(repr(entry), entry.name, entry.path, entry.is_dir(), entry.is_file(), entry.is_symlink(), os.fspath(entry))
    print(entry.stat().st_size if entry.is_file() else "-", entry.inode() == os.stat(entry.path).st_ino, entry.is_junction())
print(sorted(entry.path for entry in os.scandir()), sorted(entry.name for entry in os.scandir(b"a")))
print(sorted(entry.path for entry in os.scandir("a/c/")))
with os.scandir("a") as entries:
    next(entries)
print(list(entries))
for path in ("missing", "top.txt", 5.5):
    try:
        os.scandir(path)
    except (OSError, TypeError) as error:
        print(type(error).__name__, error)
try:
    os.DirEntry()
except TypeError as error:
    print(error)


def walked(*args, **kwargs):
    return [(top, sorted(folders), sorted(files)) for top, folders, files in os.walk(*args, **kwargs)]


print(sorted(walked(".")))
print(walked("a/c"), walked("a/c", topdown=False), walked("missing"))
print(sorted(walked(b"a")))
errors = []
print(walked("missing", onerror=errors.append), [str(error) for error in errors])
seen = []
for top, folders, files in os.walk("."):
    seen.append(top)
    folders[:] = [name for name in folders if name != "c"]
print(sorted(seen))
for top, folders, files in os.walk(".", topdown=False):
    for name in files:
        os.remove(os.path.join(top, name))
    for name in folders:
        os.rmdir(os.path.join(top, name))
print(os.listdir())
