# Wraps, justifies and columnises text, with numbered sections and a table of contents.
import textwrap

SECTIONS = {
    "Summary": "Revenue rose in every region except the north, where two stores closed for repairs during the spring. "
    "Costs were flat.",
    "Outlook": "We expect a modest recovery. The new warehouse opens in May; hiring for it has begun.",
    "Risks and open questions": "Fuel prices. Currency movements. An unusually-long-hyphenated-word may appear.",
}


def justify(text, width):
    lines = textwrap.wrap(text, width)
    for line in lines[:-1]:
        words = line.split()
        gaps = len(words) - 1
        if not gaps:
            yield line
            continue
        spaces, extra = divmod(width - sum(map(len, words)), gaps)
        yield "".join(word + " " * (spaces + (i < extra)) for i, word in enumerate(words)).rstrip()
    yield from lines[-1:]


def boxed(lines, width):
    return ["+" + "-" * (width + 2) + "+", *(f"| {line:<{width}} |" for line in lines), "+" + "-" * (width + 2) + "+"]


def columns(items, count, width):
    rows = -(-len(items) // count)
    for r in range(rows):
        yield "".join(f"{item:<{width}}" for item in items[r::rows]).rstrip()


body, contents = [], []
for number, (title, text) in enumerate(SECTIONS.items(), 1):
    contents.append((number, title, len(body) + 1))
    body += [f"{number}. {title.upper()}", *("   " + line for line in justify(text, 40)), ""]

for number, title, line in contents:
    print(f"{f'{number}. {title} ':.<40} {line}")
print()
print("\n".join(body))
print("\n".join(boxed(textwrap.wrap(SECTIONS["Outlook"], 24), 24)))

print(textwrap.fill("- " + SECTIONS["Risks and open questions"], 30, subsequent_indent="  ", break_on_hyphens=False))
print(textwrap.shorten(SECTIONS["Summary"], 45, placeholder=" [...]"))
print(textwrap.dedent("""\
    indented
      more
    back"""))
print(textwrap.indent("one\n\ntwo", "> ", predicate=lambda line: True))
print("\n".join(columns("alpha beta gamma delta epsilon zeta eta".split(), 3, 10)))
print("long word:", textwrap.wrap("abcdefghij klm", 4), textwrap.wrap("abcdefghij klm", 4, break_long_words=False))
print("|".join(["left".ljust(8), "mid".center(8, "*"), "right".rjust(8), "42".zfill(6), "tab\tstop".expandtabs(6)]))
[len(line) for line in textwrap.wrap(SECTIONS["Summary"], 40)]
