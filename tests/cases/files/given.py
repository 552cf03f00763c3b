#! files = {"data.csv" = "name,price\ntea,2.5\ncake,4\n", "in/note.txt" = "hi", "in/deep/x" = ""}
# Files that the host gave: read, changed, left alone, removed.
import csv
import os

with open("data.csv", newline="") as file:
    print(sum(float(row["price"]) for row in csv.DictReader(file)))
print(sorted(os.listdir()), sorted(os.listdir("in")), open("in/note.txt").read(), os.path.getsize("in/deep/x"))
with open("in/note.txt", "a") as file:
    file.write(" there\n")
with open("out.bin", "wb") as file:
    file.write(bytes([0, 255, 7]))
os.makedirs("made/of")
with open("made/of/parts.json", "w") as file:
    file.write("{}")
os.remove("in/deep/x")
