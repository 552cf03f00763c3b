# Hard and soft keywords.
import keyword

print(len(keyword.kwlist), keyword.kwlist)
print(keyword.softkwlist)
for word in ("class", "match", "print", "None", "none", "async", "_", "type", "", "case"):
    print(f"{word!r:<9} {keyword.iskeyword(word)!s:<6} {keyword.issoftkeyword(word)!s:<6} {word.isidentifier()}")


def safe_name(text):
    name = "".join(c if c.isalnum() or c == "_" else "_" for c in text)
    if not name or name[0].isdigit():
        name = "_" + name
    return name + "_" if keyword.iskeyword(name) else name


print([safe_name(t) for t in ("class", "my-var", "2x", "", "ok", "naïve é")])
keyword.iskeyword("lambda")
