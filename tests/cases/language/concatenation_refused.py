# `+` and `+=` of texts, bytes and sequences that do not go together.
for left, right in [
    ("'a'", "b'b'"), ("b'a'", "'b'"), ("b'a'", "1"), ("b'a'", "[1]"), ("bytearray(b'a')", "'b'"),
    ("bytearray(b'a')", "None"), ("[1]", "(1,)"), ("(1,)", "[1]"), ("'a'", "1"), ("1", "'a'"), ("None", "b'a'"),
]:
    for operator in ("+", "+="):
        try:
            exec(f"x = {left}\nx {operator} {right}")
        except TypeError as e:
            print(left, operator, right, "->", e)
print(b"a" + bytearray(b"b"), bytearray(b"a") + memoryview(b"b"), b"" + memoryview(b"c"))


class Right:
    def __radd__(self, other):
        return "right"


print(b"a" + Right(), bytearray(b"a") + Right())
