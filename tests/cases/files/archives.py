# zipfile, tarfile, gzip, bz2 and lzma on files.
import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile

text = "line of text\n" * 500
for name, module in (("x.gz", gzip), ("x.bz2", bz2), ("x.xz", lzma)):
    with module.open(name, "wt") as file:
        file.write(text)
    with module.open(name, "rt") as file:
        print(name, file.readline().strip(), os.path.getsize(name) < 300, len(file.read()))
    with open(name, "rb") as file:
        print(len(module.decompress(file.read())))
    with module.open(name) as file:
        print(len(file.read()))
    with module.open(name, "rt") as file:
        print(len(file.read()))
os.mkdir("in")
for name in ("in/a.txt", "in/b.txt"):
    with open(name, "w") as file:
        file.write(name)
with zipfile.ZipFile("x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.write("in/a.txt")
    archive.write("in/b.txt", "other/b.txt")
    archive.writestr("c.txt", text)
with zipfile.ZipFile("x.zip", "a") as archive:
    archive.writestr("late.txt", "late")
with zipfile.ZipFile("x.zip") as archive:
    print(archive.namelist(), archive.read("in/a.txt"), archive.testzip(), archive.getinfo("c.txt").file_size)
    with archive.open("c.txt") as file:
        print(file.readline(), io.TextIOWrapper(file).readline())
    print(os.path.relpath(archive.extract("other/b.txt", "out")))
    archive.extractall("all")
print(sorted(os.listdir("all")), open("out/other/b.txt").read(), zipfile.is_zipfile("x.zip"), zipfile.is_zipfile("x.gz"))
with zipfile.ZipFile("bad.zip", "w") as archive:
    archive.writestr("../../escape.txt", "no")
with zipfile.ZipFile("bad.zip") as archive:
    print(os.path.relpath(archive.extract("../../escape.txt", "safe")))
for name in ("x.gz", "missing.zip"):
    try:
        zipfile.ZipFile(name)
    except (zipfile.BadZipFile, OSError) as error:
        print(type(error).__name__, error)
with tarfile.open("x.tar.gz", "w:gz") as archive:
    archive.add("in")
with tarfile.open("x.tar.gz") as archive:
    print(sorted(archive.getnames()), archive.extractfile("in/a.txt").read())
    archive.extractall("untar", filter="data")
print(open("untar/in/b.txt").read())
try:
    gzip.open("x.zip").read()
except OSError as error:
    print(type(error).__name__, error)
