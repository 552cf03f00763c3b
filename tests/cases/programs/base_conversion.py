# Converts integers and fractions between bases 2 to 36, with two's complement and Gray code.
import string

DIGITS = string.digits + string.ascii_lowercase


def to_base(n, base):
    if not 2 <= base <= 36:
        raise ValueError(f"base {base} is not between 2 and 36")
    if n == 0:
        return "0"
    sign, n, out = "-" if n < 0 else "", abs(n), []
    while n:
        n, digit = divmod(n, base)
        out.append(DIGITS[digit])
    return sign + "".join(reversed(out))


def fraction_to_base(x, base, places):
    out = []
    for _ in range(places):
        x *= base
        out.append(DIGITS[int(x)])
        x -= int(x)
    return "0." + "".join(out)


def twos_complement(n, bits):
    return format(n & ((1 << bits) - 1), f"0{bits}b")


def from_twos_complement(text):
    value = int(text, 2)
    return value - (1 << len(text)) if text[0] == "1" else value


print(f"{'dec':>6} {'bin':>12} {'oct':>6} {'hex':>5} {'b36':>5}")
for n in (0, 7, 10, 255, 1000, 2026, -42):
    print(f"{n:>6} {n:>12b} {n:>6o} {n:>5X} {to_base(n, 36):>5}")

for n in (0, 1, -1, 12345, -98765, 10**20):
    for base in (2, 3, 16, 36):
        assert int(to_base(n, base), base) == n
print(int("zz", 36), int("0x1F", 16), int("0b101", 0), int("1_000", 10), int("-777", 8))
for bad in (("129", 8), ("", 10), ("0b2", 0)):
    try:
        int(*bad)
    except ValueError as exc:
        print("ValueError:", exc)
try:
    to_base(5, 1)
except ValueError as exc:
    print("ValueError:", exc)

print([twos_complement(n, 8) for n in (5, -5, 127, -128)])
print([from_twos_complement(t) for t in ("00000101", "11111011", "10000000")])
print("0.1 in binary:", fraction_to_base(0.1, 2, 20))
print("gray code:", [format(n ^ n >> 1, "03b") for n in range(8)])
print("balanced ternary of 5:", "".join({0: "0", 1: "+", 2: "-"}[d] for d in (1, 2, 2)))
print(bin(2**10), oct(8**3), hex(16**4 - 1), f"{10**6:_b}", f"{48879:#06x}")
to_base(3**40, 36)
