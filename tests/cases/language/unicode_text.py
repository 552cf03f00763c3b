# Unicode: identifiers, normal forms, combining marks, emoji, case folding and sorting.
import unicodedata

café, π, 名前 = "coffee", 3.14, "name"
ﬁeld = "normalised identifier"
print(café, π, 名前, field, "Ünïcödé".isidentifier())
composed, decomposed = "é", "e\u0301"
print(composed == decomposed, unicodedata.normalize("NFC", decomposed) == composed)
print([len(s) for s in (composed, decomposed, "🇫🇷", "👍🏽", "👨\u200d👩\u200d👧")])
print([unicodedata.name(c) for c in "aé€"], unicodedata.category("A"))
print(unicodedata.category("1"), unicodedata.lookup("SNOWMAN"), unicodedata.numeric("½"))
print("".join(c for c in unicodedata.normalize("NFD", "Crème Brûlée") if not unicodedata.combining(c)))
print(unicodedata.normalize("NFKC", "ﬁ①²"))
print("Straße".casefold() == "STRASSE".casefold(), "ǅ".lower(), "ΌΣΟΣ".lower())
print("ı".upper(), "ŉ".upper(), "ß".title(), "日本".center(6, "*"))
print(sorted(["zebra", "Äpfel", "apple", "Zoo", "éclair"]))
print(sorted("bAÀa", key=str.casefold), "é" < "z", "😀" > "z", max("aé😀"))
print("naïve café".encode("utf-8"), len("😀".encode("utf-16-le")), [hex(ord(c)) for c in "é😀"])
print("\u00e9\x41" == "éA", ascii("日"), "日本語"[::-1], "日本語".find("本"))
print(list("añ😀"), "a\u0301b"[1] == "\u0301", "٣".isdigit(), int("٣٤"), "Ⅳ".isnumeric())
print("\u3000x\u2003".strip(), "a\u2028b".splitlines(), "x\xa0y".split())
print("a😀b"[1], "İ".lower().encode())
"é".encode("latin-1"), b"\xc3\xa9".decode(), "\ufeffbom".encode("utf-8").decode("utf-8-sig")
