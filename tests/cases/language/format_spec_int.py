# The format mini-language for integers.
n = 48879
print(f"[{n:d}] [{n:10}] [{n:<10}] [{n:^10}] [{n:>10}] [{n:010}] [{n:+}] [{n: }] [{-n: }]")
print(f"[{n:x}] [{n:X}] [{n:#x}] [{n:#X}] [{n:o}] [{n:#o}] [{n:b}] [{n:#b}] [{n:#010x}]")
print(f"[{1234567:,}] [{1234567:_}] [{0xDEADBEEF:_x}] [{1234567:015,}] [{-1234567:>+15,}] [{0:,}]")
print(f"[{42:*^9}] [{-42:=+9}] [{-42:0=9}] [{42:é<5}] [{42:<<5}] [{65:c}] [{8364:c}] [{42:5.1f}] [{42:e}] [{42:%}]")
print(f"[{True}] [{True:d}] [{True:5}] [{False:>5}] [{10**25:,}] [{-5:08b}] [{5:n}]")
for value, spec in [(42, ".2d"), (42, "s"), (42, "q"), ("x", "d"), (42, ",b"), (42, "+c")]:
    try:
        print(format(value, spec))
    except (ValueError, TypeError) as exc:
        print(f"{value!r}:{spec} {type(exc).__name__}")
"{:>{width}}|{:{fill}^{width}}".format(7, 8, width=5, fill="-")
