# Searching, groups, named groups, flags.
import re

m = re.search(r"(\d{4})-(\d{2})(?:-(\d{2}))?", "released 2024-05, not 2024-06-07")
print(m, m.group(), m.group(1, 2), m.groups(), m.groups("01"), m.span(2), m.start(), m[1], m.lastindex)
m = re.match(r"(?P<user>[\w.]+)@(?P<host>[\w.]+)", "jo.doe@example.org!")
print(m.groupdict(), m["host"], m.end("user"), m.re.groupindex, m.expand(r"\g<host>:\1"), m.lastgroup)
print(re.fullmatch(r"[a-f0-9]+", "beef"), re.fullmatch(r"[a-f0-9]+", "beefy"), re.match("b", "abc"))
print(re.findall(r"\b\w{5}\b", "three seven eleven, forty"), re.findall(r"(\w)=(\d)", "a=1 b=2"))
print([m.span() for m in re.finditer("aa", "aaaaa")], re.findall("", "ab"), re.findall(r"x*", "axb"))
print(re.findall(r"^\w+", "one\ntwo\nthree", re.M), re.findall("straße", "STRASSE Straße", re.I))
print(re.search(r"<.+?>", "<a><b>").group(), re.search(r"<.+>", "<a><b>").group(), re.search("a.b", "a\nb", re.S))
print(re.findall(r"(?<=\$)\d+(?!\d|%)", "$5 $60 $7%"), re.findall(r"(?<!a)b", "ab cb b"), re.search(r"(?i:AB)c", "abc"))
print(re.findall(r"(a|b)\1", "aa ab bb"), re.findall(r"(?P<q>['\"]).*?(?P=q)", "'x' \"y\""), re.search(r"(?>a+)b", "aaab"))
print(re.compile(r"""
    (\d+)   # number
    \s* ([a-z]+)  # unit
""", re.X).findall("10 km, 5miles"))
print(re.findall(r"\d+", "٣ 4"), re.findall(r"\d+", "٣ 4", re.A), re.findall(r"\w+", "naïve café"))
print(re.escape("a.b*c[1] d-e"), re.compile("x+", re.I | re.M), re.compile("x").pattern)
print(re.match(r"(a)|(b)", "b").groups(), bool(re.match("", "")), re.search(rb"\x00+", b"a\0\0b").span())
p = re.compile("o")
print(p.search("foo boo", 3).start(), p.findall("foo boo", 0, 2), p.match("foo", 1))
re.search(r"(?P<h>\d+):(?P<m>\d+)", "at 12:30").groupdict()
