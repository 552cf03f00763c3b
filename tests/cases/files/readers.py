# The library's readers and writers of files: csv, json, toml, ini, pickle, xml, logs and more.
import configparser
import csv
import filecmp
import fileinput
import json
import linecache
import logging
import os
import pickle
import tomllib
import xml.etree.ElementTree as ElementTree

rows = [["name", "n"], ["tea, black", "2"], ['quote "x"', "3\n4"]]
with open("x.csv", "w", newline="") as file:
    csv.writer(file).writerows(rows)
with open("x.csv", newline="") as file:
    print(list(csv.reader(file)) == rows)
with open("x.csv", newline="") as file:
    print(list(csv.DictReader(file)))
print(open("x.csv", "rb").read())
with open("x.json", "w") as file:
    json.dump({"a": [1, 2.5, None], "é": "ü"}, file, indent=1)
with open("x.json") as file:
    print(json.load(file))
with open("x.toml", "w") as file:
    file.write('title = "x"\n[part]\nn = 3\n')
with open("x.toml", "rb") as file:
    print(tomllib.load(file))
try:
    with open("x.toml") as file:
        tomllib.load(file)
except TypeError as error:
    print(error)
with open("x.ini", "w") as file:
    file.write("[one]\na = 1\n")
config = configparser.ConfigParser()
print(config.read(["x.ini", "missing.ini"]), config["one"]["a"])
with open("x.pickle", "wb") as file:
    pickle.dump({"k": {1, 2}}, file, protocol=4)
with open("x.pickle", "rb") as file:
    print(pickle.load(file))
ElementTree.ElementTree(ElementTree.fromstring("<a><b>1</b></a>")).write("x.xml")
print(ElementTree.parse("x.xml").find("b").text)
handler = logging.FileHandler("x.log")
handler.setFormatter(logging.Formatter("%(levelname)s:%(message)s"))
log = logging.getLogger("files")
log.addHandler(handler)
log.warning("careful")
handler.close()
print(open("x.log").read())
print([(fileinput.filename(), fileinput.filelineno(), line) for line in fileinput.input(["x.ini", "x.log"])])
with fileinput.input("x.ini", inplace=True) as lines:
    for line in lines:
        print(line.upper(), end="")
print(open("x.ini").read(), linecache.getline("x.ini", 2))
print(filecmp.cmp("x.ini", "x.log"), filecmp.cmp("x.ini", "x.ini"), sorted(os.listdir()))
print("printed", 1, file=open("x.txt", "w"))
print(open("x.txt").read())
