# Text in several encodings, and what can't be read or written.
text = "héllo €\n日本\n"
for encoding in ("utf-8", "utf-16", "utf-16-le", "utf-32", "utf-8-sig", "latin-1", "cp1252", "ascii", "shift_jis"):
    for errors in ("strict", "replace", "ignore", "xmlcharrefreplace"):
        try:
            with open("x", "w", encoding=encoding, errors=errors) as file:
                file.write(text)
            with open("x", "rb") as file:
                data = file.read()
            with open("x", encoding=encoding) as file:
                print(encoding, errors, len(data), data[:24], repr(file.read()))
        except UnicodeError as error:
            print(encoding, errors, type(error).__name__, error)
with open("x", "wb") as file:
    file.write(b"ok\n\xff bad\n")
for errors in ("strict", "replace", "surrogateescape", "backslashreplace", "ignore"):
    try:
        print(errors, ascii(open("x", errors=errors, encoding="utf-8").read()))
    except UnicodeDecodeError as error:
        print(errors, error)
with open("x", "w", encoding="utf-8") as file:
    print(file.encoding, file.errors)
with open("x", "w", encoding="utf-16") as file:
    file.write("a")
with open("x", "a", encoding="utf-16") as file:
    file.write("b")
print(open("x", "rb").read(), repr(open("x", encoding="utf-16").read()))
with open("x", encoding="utf-16") as file:
    file.reconfigure(encoding="utf-16", errors="replace")
    print(file.encoding, file.errors, file.read())
