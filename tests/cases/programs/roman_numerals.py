# Roman numerals both ways, with strict checking, and arithmetic on them.
import re
from functools import total_ordering

PAIRS = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
]
VALID = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")


def to_roman(n):
    if not 1 <= n <= 3999:
        raise ValueError(f"{n} has no roman numeral")
    out = []
    for value, text in PAIRS:
        count, n = divmod(n, value)
        out.append(text * count)
    return "".join(out)


def from_roman(text):
    if not text or not VALID.fullmatch(text):
        raise ValueError(f"not a roman numeral: {text!r}")
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[c] for c in text]
    return sum(-a if a < b else a for a, b in zip(values, values[1:] + [0]))


@total_ordering
class Roman:
    def __init__(self, value):
        self.value = from_roman(value) if isinstance(value, str) else value

    def __add__(self, other):
        return Roman(self.value + other.value)

    def __mul__(self, other):
        return Roman(self.value * other.value)

    def __eq__(self, other):
        return self.value == other.value

    def __lt__(self, other):
        return self.value < other.value

    def __repr__(self):
        return to_roman(self.value)


for n in (1, 4, 9, 14, 40, 90, 400, 1066, 1994, 2026, 3999):
    print(f"{n:>5} {to_roman(n)}")
for text in ("IIII", "VX", "", "ABC", "MMMM"):
    try:
        from_roman(text)
    except ValueError as exc:
        print(exc)

assert all(from_roman(to_roman(n)) == n for n in range(1, 400))
longest = max(range(1, 1000), key=lambda n: len(to_roman(n)))
print("longest below 1000:", longest, to_roman(longest))
print(Roman("XIV") + Roman("III"), Roman("XII") * Roman("XII"), Roman("IX") >= Roman("VIII"))
sorted([Roman("L"), Roman("XC"), Roman("VII"), Roman("D")])
