# Searching, counting, replacing, splitting and joining.
s = "banana bandana"
print(s.find("an"), s.rfind("an"), s.find("x"), s.index("d"))
print(s.find("an", 2), s.find("an", 2, 4), s.count("an"), s.count(""))
print(s.startswith("ban"), s.startswith(("x", "ba")))
print(s.endswith("na", 0, 6), s.startswith("nan", 2), "" in s, "nd" in s)
print(s.replace("an", "AN"), s.replace("an", "", 2), s.replace("", "-")[:9], "aaa".replace("aa", "b"))
print("a,b,,c".split(","), "a,b,,c".split(",", 1), "a,b,,c".rsplit(",", 1))
print("  a  b ".split(), "  a  b ".split(" "), "".split(), "".split(","))
print("  a b c".split(None, 1), "a b c ".rsplit(None, 1))
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="))
print("one\ntwo\r\nthree\x0bfour\u2028five".splitlines())
print("a\n\nb\n".splitlines(True), "-".join("abc"), ", ".join(["x"]), "".join([]))
print("hello".translate(str.maketrans("el", "ip")), "hello".translate({ord("l"): None, ord("h"): "J-"}))
print("abc".translate(str.maketrans("a", "b", "c")))
for operation in (
    lambda: "abc".index("z"), lambda: "abc".split(""), lambda: ",".join([1]), lambda: "a" + 1,
    lambda: "abc"[5],
):
    try:
        operation()
    except (ValueError, TypeError, IndexError) as exc:
        print(f"{type(exc).__name__}: {exc}")
"ab" * 3, 0 * "ab", -1 * "ab", "a" "b", "abcabc".rindex("bc")
