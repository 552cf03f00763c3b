# The is... predicates of str, also outside ASCII.
samples = [
    "abc", "abc1", "123", "½", "²", "Ⅷ", "三", "١٢", "", " ", "\t\n", "a b", "A", "é", "_x1", "1x",
    "class", "\u200b", "ñ_2",
]
print(f"{'':<12}{'alpha':>6}{'digit':>6}{'decim':>6}{'numer':>6}{'alnum':>6}{'space':>6}{'ident':>6}{'print':>6}")
for s in samples:
    row = [
        s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(),
        s.isidentifier(), s.isprintable(),
    ]
    print(f"{ascii(s):<12}" + "".join(f"{'x' if r else '.':>6}" for r in row))
print("abc".isascii(), "é".isascii(), "".isascii(), "\x7f".isascii())
[s for s in samples if s.isidentifier()]
