#! expect = "ok"
for path, mode in (("data.csv", "r"), ("out.txt", "w"), ("/etc/passwd", "rb")):
    try:
        open(path, mode)
    except OSError as error:
        print(type(error).__name__, "|", error)
