# A zip archive in memory: written, listed, read, damaged.
import io
import zipfile

buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
    archive.writestr("a.txt", "hello " * 100)
    archive.writestr(zipfile.ZipInfo("folder/b.bin", (2024, 2, 29, 12, 30, 0)), b"\x00\x01")
    archive.comment = b"made here"
with zipfile.ZipFile(buffer, "a") as archive:
    archive.writestr("c.txt", "é", compress_type=zipfile.ZIP_DEFLATED)
with zipfile.ZipFile(buffer) as archive:
    print(archive.namelist(), archive.comment, archive.testzip())
    for info in archive.infolist()[1:]:
        print(info.filename, info.file_size, info.CRC, info.compress_type)
    print(archive.read("a.txt")[:11], archive.getinfo("folder/b.bin").date_time)
    with archive.open("c.txt") as file:
        print(io.TextIOWrapper(file, "utf-8").read())
    path = zipfile.Path(archive, "folder/")
    print([entry.name for entry in path.iterdir()], (path / "b.bin").read_bytes())
    try:
        archive.read("missing")
    except KeyError as e:
        print(e)
print(zipfile.is_zipfile(buffer), zipfile.is_zipfile(io.BytesIO(b"no")))
damaged = bytearray(buffer.getvalue())
damaged[50] ^= 1
try:
    zipfile.ZipFile(io.BytesIO(damaged)).read("a.txt")
except zipfile.BadZipFile as e:
    print(e)
zipfile.ZipFile(buffer).getinfo("a.txt").file_size
