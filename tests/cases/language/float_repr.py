# The shortest repr of floats, and where it switches to exponents.
values = [0.1, 0.2 + 0.1, 1 / 3, 2 / 3, 1e15, 1e16, 123456789012345680.0, 1e22, 1e23, 0.0001, 0.00001, 1.5e-7]
print(*values)
print(5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 9007199254740993.0, 0.1 + 0.7, 4.35 * 100)
print(-0.0, 0.0 == -0.0, str(-0.0), 1e308 * 10, -1e308 * 10, float("nan"), [1.0, 2.50])
print(float("1e5"), float(" -1.5 "), float("1_0.5"), float("Infinity"))
print(float("-inf"), float("NaN"), float(".5"), float("5."))
for bad in ("", "1e", "abc", "1.2.3", "0x1p3", "1 2"):
    try:
        float(bad)
    except ValueError as exc:
        print(exc)
print((0.1).hex(), float.fromhex("0x1.8p1"), (0.75).as_integer_ratio(), (0.1).as_integer_ratio(), (2.0).is_integer())
print(1e-400, 100000000000000000000.0, 12345.678e3, 1.0e-5, 123e-2)
[repr(x) for x in (1.0, 100.0, 1e100, 3.14, 2.675)]
