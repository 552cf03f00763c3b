# Line ends on their way in and out, and how a file is read by line.
raw = b"a\nb\r\nc\rd"
with open("x", "wb") as file:
    file.write(raw)
for newline in (None, "", "\n", "\r", "\r\n"):
    with open("x", newline=newline) as file:
        print(repr(newline), list(file), file.newlines)
for newline in (None, "", "\n", "\r", "\r\n"):
    with open("y", "w", newline=newline) as file:
        file.write("1\n2\r3\r\n4")
    with open("y", "rb") as file:
        print(repr(newline), file.read())

with open("z", "w") as file:
    file.writelines(f"line {i}\n" for i in range(5))
    print(file.tell(), file.line_buffering)
with open("z") as file:
    print(repr(file.readline()), repr(file.readline(3)), repr(file.read(4)), file.readlines())
with open("z") as file:
    for line in file:
        if line.startswith("line 2"):
            break
    print(repr(line), repr(next(file)), repr(file.readline()))
    try:
        file.tell()
    except OSError as error:
        print(error)
with open("z") as file:
    print(file.readlines(8))
    print(file.seek(0), file.read(2), file.tell())
    place = file.tell()
    rest = file.read()
    file.seek(place)
    print(rest == file.read())
    for move in ((1, 1), (-1, 2), (0, 5)):
        try:
            file.seek(*move)
        except (OSError, ValueError) as error:
            print(type(error).__name__, error)
