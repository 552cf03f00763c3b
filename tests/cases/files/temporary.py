# tempfile: files and folders that go away by themselves.
import os
import tempfile

with tempfile.TemporaryFile("w+") as file:
    file.write("gone")
    file.seek(0)
    print(file.read())
with tempfile.NamedTemporaryFile("w", suffix=".txt", prefix="n-") as file:
    file.write("text")
    file.flush()
    name = file.name
    base = os.path.basename(name)
    print(base.startswith("n-"), base.endswith(".txt"), open(name).read(), os.path.exists(name))
print(os.path.exists(name))
with tempfile.NamedTemporaryFile(delete=False, dir=".") as file:
    file.write(b"kept")
print(open(file.name, "rb").read())
os.remove(file.name)
with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, "x"), "w") as file:
        file.write("x")
    os.mkdir(os.path.join(folder, "y"))
    print(sorted(os.listdir(folder)))
print(os.path.exists(folder))
fd, name = tempfile.mkstemp(text=True)
print(os.write(fd, b"low"), os.close(fd), open(name).read(), os.remove(name), fd > 2)
name = tempfile.mkdtemp(dir=".")
print(os.path.isdir(name), os.rmdir(name), os.path.exists(tempfile.mktemp(dir=".")))
with tempfile.SpooledTemporaryFile(max_size=4, mode="w+") as file:
    file.write("abc")
    print(file._rolled)
    file.write("defg")
    print(file._rolled, file.seek(0), file.read())
print(os.path.isdir(tempfile.gettempdir()), os.listdir())
