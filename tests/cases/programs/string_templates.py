# Mail merge with string.Template, str.format, f-strings and a small template engine.
import re
from string import Formatter, Template

PEOPLE = [
    {"name": "Ada", "items": ["pen", "ink"], "due": 12.5, "vip": True},
    {"name": "Bob", "items": [], "due": 0, "vip": False},
]

letter = Template("Dear $name, you owe $$${due}. ${missing}")
for person in PEOPLE:
    print(letter.safe_substitute(person, due=f"{person['due']:.2f}"))
try:
    letter.substitute(PEOPLE[0])
except KeyError as exc:
    print("missing key:", exc)
try:
    Template("cost: $5").substitute()
except ValueError as exc:
    print("ValueError:", exc)

row = "{name:<8}|{due:>9.2f}|{vip!s:^7}|{items[0]}"
print(row.format(**PEOPLE[0]))
print("{0} {1} {0!r:>6} {2[a]} {3.real}".format("x", 2, {"a": 1}, 3 + 4j))
print("fields:", [field for _, field, _, _ in Formatter().parse(row) if field])


class Default(dict):
    def __missing__(self, key):
        return f"<{key}?>"


print("{greeting}, {name}! {weather}".format_map(Default(name="Cy", greeting="Hi")))

TAG = re.compile(r"\{\{\s*(.+?)\s*\}\}|\{%\s*(.+?)\s*%\}")


def render(template, context):
    pieces, position = [], 0
    for match in TAG.finditer(template):
        pieces += [("text", template[position : match.start()]), ("var", match[1]) if match[1] else ("tag", match[2])]
        position = match.end()
    pieces.append(("text", template[position:]))

    def block(i, scope, out):
        while i < len(pieces):
            kind, value = pieces[i]
            if kind == "text":
                out.append(value)
            elif kind == "var":
                name, *filters = value.split("|")
                result = scope[name]
                for filter_name in filters:
                    result = {"upper": str.upper, "len": len, "join": ", ".join}[filter_name](result)
                out.append(str(result))
            elif value in ("end", "else"):
                return i
            else:
                word, *rest = value.split()
                values = [scope[rest[0]]] if word == "if" else scope[rest[2]]
                for item in values or [None]:
                    inner = []
                    stop = block(i + 1, scope | ({rest[0]: item} if word == "for" else {}), inner)
                    if values and (word == "for" or item):
                        out += inner
                i = stop
            i += 1

    out = []
    block(0, context, out)
    return "".join(out)


PAGE = "{{ name|upper }}{% if vip %} (VIP){% end %} has {{ items|len }}:{% for x in items %} <{{ x }}>{% end %}."
for person in PEOPLE:
    print(render(PAGE, person))
render("{{ items|join }}", PEOPLE[0])
