#! expect = "denied"
import os

open("notes.txt", "w").close()
os.symlink("notes.txt", "also.txt")
