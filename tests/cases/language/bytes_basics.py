# bytes literals, indexing, methods, hex and formatting.
b = b"caf\xc3\xa9 \x00\n'"
print(b, len(b), b[0], b[-1:], list(b[:3]), b.decode(), b"\"" + b'"')
print(bytes(3), bytes([65, 66]), bytes("é", "latin-1"), bytes(range(3)))
print(b.hex(), b[:4].hex("-"), bytes.fromhex("de ad BE ef"), b"abc".upper())
print(b"a,b".split(b","), b"-".join([b"x", b"y"]), b"abc".find(b"c"))
print(b"%d %s %x %5.2f|%-4s|" % (5, b"raw", 255, 1.5, b"ab"), b"abc" < b"abd")
print(b"a" in b"cat", 97 in b"cat", b"ab" * 2, b"x".center(3, b"-"))
print(b"abc".replace(b"b", b"BB"), b"abc".translate(bytes.maketrans(b"ab", b"xy")))
print(b" a ".strip(), b"abc".startswith((b"x", b"ab")), b"1".isdigit())
print("€".encode(), "€".encode("utf-16-le"), "é".encode("latin-1"))
print("é".encode("ascii", "replace"), "é€".encode("ascii", "xmlcharrefreplace"))
print(b"\xff".decode("utf-8", "replace") == "\ufffd", b"\xff\xfea".decode("utf-8", "ignore"))
print("a\u20ac".encode("ascii", "backslashreplace"))
for operation in (
    lambda: b"\xff".decode(), lambda: "é".encode("ascii"), lambda: bytes([256]),
    lambda: b"a" + "b", lambda: bytes("x"),
):
    try:
        operation()
    except (UnicodeError, ValueError, TypeError) as exc:
        print(type(exc).__name__)
b == bytes(list(b)), b"a" == "a", {b"k": 1}, hash(b"x") == hash(b"x"), b"%a" % "é"
