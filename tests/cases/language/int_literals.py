# Integer literals in each base, underscores, conversions and big values.
print(0xFF, 0o17, 0b1010, 1_000_000, 0x_dead_beef, 00, 0B11, 0XaB)
print(int("  42\n"), int("-0"), int("+7"), int("1_0"), int("ff", 16), int("0xff", 0), int("z", 36), int("٣٤"))
print(int(3.99), int(-3.99), int(1e20), int(True), int(b"12"), int("9" * 30))
for bad in ("", "1__0", "_1", "1.0", "0x", "1 2", "१x"):
    try:
        print(int(bad))
    except ValueError as exc:
        print(exc)
for bad in (None, [], 1j, float("inf"), float("nan")):
    try:
        print(int(bad))
    except (TypeError, ValueError, OverflowError) as exc:
        print(type(exc).__name__)
print((255).to_bytes(2, "big"), (-2).to_bytes(2, "little", signed=True))
print(int.from_bytes(b"\xff\xfe", "big", signed=True))
print((7).as_integer_ratio(), (7).numerator, (5).real, (5).imag)
print((5).conjugate(), (3).is_integer(), hash(2**61 - 1), hash(-1))
-(-5), +5, 10**25 == int("1" + "0" * 25)
