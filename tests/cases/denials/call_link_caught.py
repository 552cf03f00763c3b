#! expect = "ok"
import os

for act in (os.link, os.symlink):
    try:
        act("notes.txt", "also.txt")
    except OSError as error:
        print(type(error).__name__, "|", error)
