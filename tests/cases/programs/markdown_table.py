# Renders records as a markdown table and parses a markdown table back into records.
RECORDS = [
    {"item": "Apples", "qty": 12, "price": 0.5},
    {"item": "Pears | green", "qty": 3, "price": 1.25},
    {"item": "Watermelon", "qty": 1, "price": 4.0, "note": "ripe"},
]


def to_table(records):
    columns = list(dict.fromkeys(key for record in records for key in record))
    numeric = {c: all(isinstance(r.get(c, 0), (int, float)) for r in records) for c in columns}

    def cell(value):
        match value:
            case None:
                return ""
            case float():
                return f"{value:.2f}"
            case _:
                return str(value).replace("|", "\\|")

    rows = [[cell(record.get(c)) for c in columns] for record in records]
    widths = [max(len(c), 3, *(len(row[i]) for row in rows)) for i, c in enumerate(columns)]

    def render(cells):
        parts = [f"{t:>{w}}" if numeric[c] else f"{t:<{w}}" for t, w, c in zip(cells, widths, columns)]
        return "| " + " | ".join(parts) + " |"

    rule = ["-" * (w - 1) + ":" if numeric[c] else "-" * w for w, c in zip(widths, columns)]
    return "\n".join([render(columns), "| " + " | ".join(rule) + " |", *map(render, rows)])


def split_row(line):
    cells, current, escaped = [], "", False
    for char in line.strip().strip("|"):
        if escaped:
            current, escaped = current + char, False
        elif char == "\\":
            escaped = True
        elif char == "|":
            cells.append(current.strip())
            current = ""
        else:
            current += char
    return [*cells, current.strip()]


def guess(text):
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text or None


def from_table(text):
    header, _, *body = [split_row(line) for line in text.splitlines() if line.strip()]
    return [{key: guess(value) for key, value in zip(header, row, strict=True)} for row in body]


table = to_table(RECORDS)
print(table)
print()
parsed = from_table(table)
for record in parsed:
    print(record)
print(to_table(parsed) == table)
print(to_table([{"a": 1}]))
parsed[1]["item"], parsed[0]["note"]
