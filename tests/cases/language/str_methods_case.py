# Case, stripping and alignment methods of str.
s = "  The qUick ßrown İ fox's  "
print([s.upper(), s.lower(), s.title(), s.strip().capitalize(), s.swapcase(), s.casefold()])
print("x".center(6, "*"), "x".ljust(4, ".") + "|", "x".rjust(4, "."), "-42".zfill(6), "+4".zfill(1), "abc".center(2))
print("xxabcxx".strip("x"), "xyxabc".lstrip("xy"), "abc...".rstrip("."))
print("\t a \n".strip(), "mississippi".strip("imps"))
print("TestHook".removeprefix("Test"), "TestHook".removesuffix("Hook"))
print("a".removeprefix("ab"), "aaa".removeprefix("a"))
print([w.istitle() for w in ("Hello World", "Hello world", "A1b", "")])
print("ABC".isupper(), "abc1".islower(), "1".isupper())
print("ǆ".title(), "ﬁ".upper(), "ΑΣ".lower(), "I".casefold() == "i", "straße".casefold() == "STRASSE".casefold())
print("they're bill's".title(), "o'neil mc-gee".capitalize())
print("hello\tworld".expandtabs(8), "01\t012\t0123".expandtabs(4))
len("ß".upper()), "İ".lower() == "i̇"
