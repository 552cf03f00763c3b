# Substitution, splitting, callbacks, pattern errors.
import re

print(re.sub(r"\s+", " ", "a  b \n c"), re.sub("a", "b", "aaaa", count=2), re.subn("x", "y", "xox"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub(r"(?P<n>\d)", r"<\g<n>>", "a1b2"))
print(re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "3 apples, 10 pears"))
print(re.sub(r"(?<!^)(?=[A-Z])", "_", "camelCaseName").lower(), re.sub("_(.)", lambda m: m[1].upper(), "snake_case_name"))
print(re.sub(r"(\d)(?=(\d{3})+$)", r"\1,", "1234567"), re.sub("x*", "-", "abxd"), re.sub("", ".", "ab"))
print(re.sub(r"\bthe\b", "THE", "the other the", flags=re.I), re.sub("a", r"\\", "banana"), re.sub("(x)?y", r"[\1]", "y xy"))
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"(-)", "1-2-3"), re.split(r"\s", "a b c", maxsplit=1))
print(re.split(r"\b", "hi you"), re.split("x", ""), re.split(r"(a)|b", "1a2b3"))
text = "Name: Ann\nAge: 30\nCity: Oslo"
print(dict(re.findall(r"^(\w+):\s*(.+)$", text, re.MULTILINE)))
token = re.compile(r"(?P<num>\d+(?:\.\d+)?)|(?P<op>[-+*/()])|(?P<skip>\s+)")
print([(m.lastgroup, m.group()) for m in token.finditer("3.5 * (2+1)") if m.lastgroup != "skip"])
for pattern in ("(", "a)", "[z-a]", "*a", "a{3,1}", r"\1", "(?P<1a>x)", "(?<=a+)b", "[", "(?P<x>a)(?P<x>b)", "\\", "a**"):
    try:
        re.compile(pattern)
        print(pattern, "compiles")
    except re.error as e:
        print(f"{pattern!r:<20} {e}")
try:
    re.sub("a", r"\2", "a")
except re.error as e:
    print(e, e.pos, type(e).__name__)
re.sub(r"(?m)^", "> ", "quoted\ntext")
