# Wrapping, filling, shortening, dedenting.
import textwrap

text = "The quick brown fox jumped over the lazy dog. It was a well-known, un-believable event; everybody talked."
for line in textwrap.wrap(text, width=30):
    print(f"|{line:<30}|")
print(textwrap.fill(text, width=40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, width=40), "/", textwrap.shorten(text, 30, placeholder="..."), "/", textwrap.shorten("short", 10))
block = """
    def f():
        return 1

    x = 2
"""
print(textwrap.dedent(block).strip())
print(textwrap.indent("a\n\nb\n", "> "), end="")
print(textwrap.indent("a\n\nb\n", "> ", lambda line: True), end="")
print(textwrap.wrap("aaaaaaaaaaaaaaa bb", 6), textwrap.wrap("aaaaaaaaaa bb", 6, break_long_words=False))
print(textwrap.wrap("well-known", 6), textwrap.wrap("well-known", 6, break_on_hyphens=False), textwrap.wrap("", 10))
print(textwrap.wrap("tabs\there and  double", 12), textwrap.wrap("keep  spaces", 40, drop_whitespace=False))
print(textwrap.wrap(text, 30, max_lines=2, placeholder=" [...]"))
print(textwrap.fill("One.  Two.\nThree.", 80, fix_sentence_endings=True), repr(textwrap.dedent("  a\n\tb")))
try:
    textwrap.wrap("x", width=0)
except ValueError as e:
    print(e)
textwrap.dedent("    a\n      b\n    c")
