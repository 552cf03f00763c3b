# Building text: join, format, templates, multiplication, alignment, translation.
from string import Template, ascii_lowercase, capwords

rows = [("Tea", 3, 2.5), ("Coffee beans", 12, 11.25), ("Cup", 100, 0.4)]
widths = [max(len(str(cell)) for cell in column) for column in zip(*rows)]
for name, count, price in rows:
    print(f"{name:<{widths[0]}}  {count:>{widths[1]}}  {price:>8.2f}")
print("+".join("-" * w for w in widths), "=" * 20, sep="\n")
print(Template("$who owes ${amount}€").substitute(who="Ann", amount=5))
print(capwords("hello big world"), ascii_lowercase[::5])
text = ""
for i, c in enumerate("abc"):
    text += c * (i + 1) + ("," if i < 2 else "")
print(text, "".join(reversed(text)), "-".join(f"{i:02d}" for i in range(3)), str([1, "a"]).replace("'", '"'))
table = str.maketrans({"a": "4", "e": "3", "s": None, "o": "(0)"})
print("release notes".translate(table), "a-b_c d".replace("-", " ").replace("_", " ").split(), "%s" * 2 % ("x", "y"))
lines = """
    first
      second
""".strip("\n").split("\n")
print([len(line) - len(line.lstrip()) for line in lines])
print("\n".join(f"{n}: {line.strip()}" for n, line in enumerate(lines, 1)))
camel = "parseHttpResponse"
snake = "".join("_" + c.lower() if c.isupper() else c for c in camel)
print(" ".join("spaced"), f"{'title':^11}".replace(" ", "*"))
snake, "".join(w.title() for w in snake.split("_")), "abc".join("12")
