# Names that are odd, long or hostile, and what a disk makes of them.
import os

for name in ("con", "nul.txt", "-rf", "a b", "ünïcode", "日本", "tab\there", "new\nline", "'\"`$", "*?[", "...", "x" * 255, " ",
             "\x1b[2J", "a\\b", "%s", "\u202e"):
    with open(name, "w") as file:
        file.write(name)
    print(ascii(name)[:30], name in os.listdir(), open(name).read() == name, os.path.getsize(name))
    os.remove(name)
for name in ("", ".", "..", "x" * 256, "x" * 10000, "a/" * 3000, "nul\0byte", "missing/x", "x/", "é" * 128, "\ud800", b"nul\0"):
    try:
        open(name, "w")
    except (OSError, ValueError) as error:
        print(ascii(name)[:30], type(error).__name__, ascii(str(error))[:60], getattr(error, "errno", None))
print(os.listdir())
