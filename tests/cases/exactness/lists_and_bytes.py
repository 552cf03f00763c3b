# Messages of lists, and byte classes that know ASCII alone.
for text in ("[1, 2].index('a')", "[1].remove(2)", "[].index(None)", "str.maketrans('a')", "(1,).index(2)"):
    try:
        print(eval(text))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(b"a\xd51".isalnum(), b"ab1".isalnum(), b"\xe9".isalpha(), bytearray(b"ab").isalpha(), b"".isalnum())
print([3, 1].index(1), "abc".translate(str.maketrans("ab", "xy", "c")), b"a1".isdigit())
