# Files that nobody closed are whole when the program ends.
import sys


class Keeper:
    def __init__(self):
        self.file = open("kept.txt", "w")
        self.file.write("kept by an object")


keeper = Keeper()
text = open("text.txt", "w")
text.write("never closed")
raw = open("raw.bin", "wb")
raw.write(b"nor this")
open("dropped.txt", "w").write("dropped at once")
print(open("dropped.txt").read())


def last_words():
    yield open("generator.txt", "w").write("from a generator")


list(last_words())
sys.exit(3)
