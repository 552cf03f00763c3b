# Every mode of open, what it does to a file that is there and to one that is not, and what it refuses.
def show(what, act):
    try:
        print(what, "->", repr(act()))
    except Exception as error:
        print(what, "->", type(error).__name__, error)


def use(mode, name):
    with open(name, mode) as file:
        facts = [file.readable(), file.writable(), file.seekable(), file.tell(), file.mode, file.closed]
        data = "xyz" if "b" not in mode else b"xyz"
        if file.writable():
            facts.append(file.write(data))
        if file.readable():
            file.seek(0)
            facts.append(file.read())
    return facts + [file.closed, open(name).read()]


for kind in "rwax":
    for plus in ("", "+"):
        for form in ("", "b", "t"):
            mode = kind + form + plus
            with open("old.txt", "w") as file:
                file.write("0123456789")
            show(mode + " old", lambda: use(mode, "old.txt"))
            show(mode + " new", lambda: use(mode, "new.txt"))
            import os

            if os.path.exists("new.txt"):
                os.remove("new.txt")

for mode in ("", "z", "rw", "rr", "wa", "r++", "rbt", "+", "b", "U", "rU"):
    show(f"mode {mode!r}", lambda: open("old.txt", mode))
show("binary and encoding", lambda: open("old.txt", "rb", encoding="utf-8"))
show("binary and errors", lambda: open("old.txt", "rb", errors="strict"))
show("binary and newline", lambda: open("old.txt", "rb", newline=""))
show("text and no buffer", lambda: open("old.txt", "r", 0))
show("newline", lambda: open("old.txt", newline="x"))
show("no encoding", lambda: open("old.txt", encoding="nonsense"))
show("closefd", lambda: open("old.txt", closefd=False))
show("a number", lambda: open(1.5))
show("nothing", lambda: open(None))
show("a descriptor", lambda: open(99))
show("a negative one", lambda: open(-1))

for form in ("r", "rb", "r+b", "ab"):
    with open("old.txt", form) as file:
        print(repr(file), file.name, type(file).__name__, getattr(file, "raw", None))
with open("old.txt", "rb", 0) as file:
    print(repr(file), repr(file.read(3)), repr(file.readall()), repr(file.read()))
print(repr(file))
