# shutil: copies, moves, removals and archives.
import os
import shutil


def show(what, act):
    try:
        print(what, "->", repr(act()))
    except Exception as error:
        print(what, "->", type(error).__name__, error)


def tree(top):
    return sorted(os.path.join(folder, name) for folder, _, names in os.walk(top) for name in names)


os.makedirs("src/in")
for name in ("src/a", "src/b.txt", "src/in/c"):
    with open(name, "w") as file:
        file.write(name)
os.chmod("src/a", 0o600)
os.utime("src/a", (10, 20))
print(shutil.copyfile("src/a", "a1"), open("a1").read(), oct(os.stat("a1").st_mode))
print(shutil.copy("src/a", "src/in"), oct(os.stat("src/in/a").st_mode), os.stat("src/in/a").st_mtime == 20)
print(shutil.copy2("src/a", "a2"), os.stat("a2").st_mtime, oct(os.stat("a2").st_mode))
show("same", lambda: shutil.copyfile("a1", "./a1"))
show("missing", lambda: shutil.copyfile("missing", "x"))
show("a folder", lambda: shutil.copyfile("src", "x"))
show("to a folder", lambda: shutil.copyfile("a1", "src"))
show("copytree", lambda: shutil.copytree("src", "dst"))
show("copytree again", lambda: shutil.copytree("src", "dst"))
show("copytree into", lambda: shutil.copytree("src", "dst", dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.txt")))
print(tree("dst"))
print(shutil.move("a1", "src"), shutil.move("dst", "moved"), os.path.exists("dst"), tree("moved"))
show("move onto", lambda: shutil.move("a2", "src/a"))
show("move over a name", lambda: shutil.move("src/b.txt", "src/in") and shutil.move("moved/b.txt", "src/in"))
show("move into itself", lambda: shutil.move("src", "src/in"))
show("rmtree", lambda: shutil.rmtree("moved"))
show("rmtree again", lambda: shutil.rmtree("moved"))
show("rmtree ignored", lambda: shutil.rmtree("moved", ignore_errors=True))
show("rmtree of a file", lambda: shutil.rmtree("src/a"))
print(sorted(os.listdir()), tree("src"))
for kind in ("zip", "tar", "gztar"):
    made = shutil.make_archive("packed", kind, "src")
    shutil.unpack_archive(os.path.basename(made), "un-" + kind)
    print(os.path.basename(made), tree("un-" + kind) == [name.replace("src", "un-" + kind, 1) for name in tree("src")])
show("no format", lambda: shutil.make_archive("packed", "rar", "src"))
print(shutil.disk_usage(".")._fields, shutil.disk_usage(".").free > 0, shutil.which("python3-of-nowhere"))
