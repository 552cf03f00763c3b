# Formatting and converting strings with f-strings and str.format.
word = "héllo"
print(f"[{word:10}] [{word:>10}] [{word:^10}] [{word:*^11}] [{word:.3}]")
print(f"[{word:>6.2}] [{word!r:>10}] [{word!a}] [{word!s:<7}]")
width, precision, align = 8, 2, ">"
print(f"[{3.14159:{width}.{precision}f}] [{word:{align}{width}}] [{word:{'^'}{width + 2}}]")
print(f"{word=} {word = } {word=!s} {len(word)=} {3.14159=:.2f} {width*2=:>5}")
print(f"{{literal}} {{{word}}} {'nested ' + f'{width:03}'} {'a' if width else 'b'}")
print(f"{[i for i in range(3)]} {({'k': 1})['k']}")
print("{} {} {}".format(1, "two", [3]), "{1} {0} {1}".format("a", "b"))
print("{x[k]} {y.real} {z[0]}".format(x={"k": 5}, y=7, z="zed"))
print("%s %r %5s|%-5s|%.2s %c %% %x %#o %08.3f" % ("s", "r", "ab", "ab", "abcdef", 65, 255, 8, 3.14159))
print("%(name)s is %(age)d" % {"name": "Ann", "age": 41.9})
print("%s" % (1,), "%s" % [1, 2], "%5.1f%%" % 12.34, "%*d" % (5, 42))
print(format("abc", "5") + "|", format([1, 2]), str.format("{:>4}", "x"))
print("{:{}}".format("p", 3) + "|", "{0:{1}}".format(2, "03"))
for operation in (
    lambda: "{} {}".format(1), lambda: "{a}".format(), lambda: "%d" % "x", lambda: "%s %s" % 1,
    lambda: format("x", "=5"),
):
    try:
        operation()
    except (IndexError, KeyError, TypeError, ValueError) as exc:
        print(type(exc).__name__)
f"{word!r}", f"{'"quotes"'}", f"{1:}{2}"
