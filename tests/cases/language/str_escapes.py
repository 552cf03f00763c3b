# String escapes, raw strings, unicode names and repr quoting.
print(["\a\b\f\v\0", "\x41\u00e9\U0001f600\N{GREEK SMALL LETTER PI}\101", r"\n\x41", "a\
b", "\\", "tab\tnew\nline"])
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("\x7f\x80\xa0\u200b\ud800"), ascii("é😀\u20ac"))
print(len("😀"), len("e\u0301"), "\u00e9" == "e\u0301", ord("€"))
print(chr(8364), chr(0x10FFFF) == "\U0010ffff", ord("a"), [*"añ"])
print("""triple
"quoted" 'text'""", '''it's "ok"''', "implicit " 'concat' r"\e")
print("\u0041\x42C", "abc"[::-1], "x" "y" * 2, ("long "
      "text"))
print(min("banana"), max("banana"), sorted("hello"), "Z" < "a", "é" > "z", "\U0001f600" > "\uffff")
for operation in (lambda: chr(0x110000), lambda: chr(-1), lambda: ord("ab"), lambda: ord("")):
    try:
        operation()
    except (ValueError, TypeError) as exc:
        print(type(exc).__name__)
"\u2126", "tab\there", '\'"', "\\n"
