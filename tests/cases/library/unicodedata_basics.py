# Names, categories, normal forms.
import unicodedata as ud

for ch in "Aé5½ß中😀\u0301 \n€":
    print(f"U+{ord(ch):04X} {ud.category(ch)} {ud.name(ch, '?')} {ud.bidirectional(ch)} {ud.east_asian_width(ch)} {ud.combining(ch)}")
print(ud.lookup("GREEK SMALL LETTER PI"), ud.numeric("½"), ud.decimal("٣"), ud.digit("²"), ud.decimal("x", -1), ud.mirrored("("))
e1, e2 = "é", "e\u0301"
print(e1 == e2, ud.normalize("NFC", e2) == e1, len(ud.normalize("NFD", e1)), ud.is_normalized("NFC", e2))
print(ud.normalize("NFKC", "ﬁ ① Ⅻ x²"), ud.normalize("NFKD", "ﬀ").encode(), ud.decomposition("é"), ud.decomposition("ﬁ"), repr(ud.decomposition("a")))
print("".join(c for c in ud.normalize("NFD", "Žluťoučký kůň, crème brûlée") if not ud.combining(c)))
print("\N{SNOWMAN} \N{LATIN SMALL LETTER A WITH RING ABOVE}", "ß".upper(), "İ".lower().encode(), "ǆ".title(), "STRASSE".casefold() == "straße".casefold())
print("Ⅷ".isnumeric(), "²".isdigit(), "²".isdecimal(), "ª".isalpha(), "_".isidentifier(), "\u00a0".isspace(), "\u200b".isprintable())
print(ud.normalize("NFC", "각") == "각", len("👨‍👩‍👧"), "é".encode("ascii", "namereplace"), "中".encode("unicode_escape"))


def slug(text):
    flat = ud.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else " " for c in flat.lower()).split())


print(slug("  Crème Brûlée, s’il vous plaît! "))
for call in ("ud.name('\\n')", "ud.lookup('NO SUCH NAME')", "ud.numeric('a')", "ud.normalize('XYZ', 'a')", "ud.category('ab')"):
    try:
        print(eval(call))
    except (ValueError, KeyError, TypeError) as e:
        print(call, "->", type(e).__name__)
ud.name("π")
