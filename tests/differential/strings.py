"""Methods of str, bytes and bytearray on plain and unicode text."""

WORDS = ["hello", "World", "\u00e9t\u00e9", "\u00dfstra\u00dfe", "\u0130stanbul", "\ufb01ne", "\u01c5", "\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2", "\u1e9e", "a1b2", "\u0663\u0664", "\u00b2\u00b3", "\u2160", "\u4e2d\u6587", "\U0001f600", "o'neil", "they're", "x-y_z", " tab\\tbed ", "line\\nbreak", "\\r\\n", "\\x0b\\x0c", "\\x1c\\x1d", "\\x85", "\\u2028", "\\u00a0", "", "A", "aA", "__x__", "1.5", "  ", "a,b,,c", "\u0149", "\u0345\u03b1", "\u00aa", "\u2075", "e\\u0301", "\u200d", "\u0e33", "\u10d0", "\u13a0", "\u1c90", "ab" * 3]


def a_text():
    return "".join(pick(WORDS) for _ in range(between(1, 3)))


def q(text):
    return "'" + text.replace("'", "\\'") + "'"


def plain_methods():
    text = q(a_text())
    check(text + "." + pick(["upper", "lower", "title", "capitalize", "casefold", "swapcase", "strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper", "encode", "__len__", "__repr__", "expandtabs"]) + "()")
    check(text + ".splitlines(True)")
    check("len(" + text + "), list(" + text + ")[:5], " + text + "[::-1]")


def with_arguments():
    text, other = q(a_text()), q(pick(["a", "b", "l", "", " ", "\u00e9", "st", ",", "z", "ab", "\\n"]))
    check(text + "." + pick(["split", "rsplit", "partition", "rpartition", "count", "find", "rfind", "index", "rindex", "startswith", "endswith", "strip", "lstrip", "rstrip", "removeprefix", "removesuffix", "join", "__contains__"]) + "(" + other + ")")
    check(text + "." + pick(["split", "rsplit"]) + "(" + pick(["None", other]) + ", " + str(between(-1, 3)) + ")")
    check(text + "." + pick(["center", "ljust", "rjust", "zfill", "expandtabs"]) + "(" + str(between(-2, 25)) + ")")
    check(text + "." + pick(["center", "ljust", "rjust"]) + "(" + str(between(-2, 25)) + ", " + pick([other, "'*'", "'\u4e2d'"]) + ")")
    check(text + ".replace(" + other + ", " + q(pick(["", "X", "yy"])) + pick(["", ", 1", ", 0", ", -1", ", count=2"]) + ")")
    check(text + "." + pick(["find", "rfind", "count", "index", "startswith", "endswith"]) + "(" + other + ", " + str(between(-8, 8)) + ", " + str(between(-8, 12)) + ")")
    check(text + "[" + pick([str(between(-12, 12)), "", ""]) + ":" + pick([str(between(-12, 12)), ""]) + pick(["", ":" + str(pick([1, 2, -1, -2, 3, -3]))]) + "]")
    check(text + "[" + str(between(-9, 9)) + "]")
    check(text + " " + pick(["<", "<=", "==", ">", "in", "not in", "+"]) + " " + q(a_text()))
    check(text + ".translate({" + str(pick([97, 98, 104, 233])) + ": " + pick(["None", "'X'", "'yy'", "65", "1114112", "1.5"]) + "})")
    check("str.maketrans(" + pick(["'abc', 'xyz'", "'abc', 'xyz', 'd'", "{'a': 1}", "{'ab': 1}", "'ab', 'x'", "{97: 'b'}", "'a'"]) + ")")


CODECS = ["utf-8", "utf-16", "utf-16-le", "utf-32", "ascii", "latin-1", "utf-8-sig", "utf-7", "idna", "nope", "punycode", "unicode_escape", "raw_unicode_escape", "rot13", "hex"]


def encodings():
    check(q(a_text()) + ".encode('" + pick(CODECS) + "', '" + pick(["strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape", "nope"]) + "')")
    data = "bytes([" + ", ".join(str(pick([below(256), below(128), 195, 169, 226, 130, 172, 240, 237, 160, 255, 254])) for _ in range(below(8))) + "])"
    check(data + ".decode('" + pick(CODECS) + "', '" + pick(["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"]) + "')")
    check(data + ".decode()")
    check("'a\\ud800b'.encode('" + pick(CODECS) + "', '" + pick(["strict", "ignore", "replace", "surrogatepass", "backslashreplace", "xmlcharrefreplace"]) + "')")


def a_bytes():
    return repr(bytes(pick([below(256), pick(list(b"aAbB ,\t\n019_\xff"))]) for _ in range(below(12))))


def bytes_methods():
    data, other = a_bytes(), repr(pick([b"a", b"b", b"", b",", b" ", b"A", b"\n", b"0"]))
    kind = pick(["", "", "bytearray"])
    data = kind + "(" + data + ")" if kind else data
    check(data + "." + pick(["upper", "lower", "title", "capitalize", "swapcase", "strip", "split", "splitlines", "isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace", "istitle", "isupper", "hex", "__len__", "decode", "expandtabs"]) + "()")
    check(data + "." + pick(["split", "rsplit", "partition", "rpartition", "count", "find", "rfind", "index", "startswith", "endswith", "strip", "removeprefix", "removesuffix", "join"]) + "(" + pick([other, other, "[" + other + "]", "'a'", "97", "None"]) + ")")
    check(data + "." + pick(["center", "ljust", "rjust", "zfill"]) + "(" + str(below(20)) + ")")
    check(data + ".replace(" + other + ", b'XY')")
    check(data + ".hex(" + pick(["':'", "'-', 2", "':', -2", "'', 1", "'::'", "':', 0"]) + ")")
    check(data + "[" + pick(["0", "-1", "1:3", "::-1", "::2", "5"]) + "]")
    check(data + ".translate(None, " + other + ")")
    check("bytes.fromhex('" + pick(["", "00ff", "0 0", "00 ff", "0g", "fff", " 12\\n34 ", "\u0661\u0662"]) + "')")
    check(data + " " + pick(["+", "==", "<", "in", "*"]) + " " + pick([other, "2", "'a'", "97", "300"]))
    check("list(" + data + ")")


def containers():
    numbers = [an_int() for _ in range(below(7))]
    items = "[" + ", ".join(numbers) + "]"
    a, b, c = str(between(-8, 8)), str(between(-8, 8)), str(pick([1, 2, 3, -1, -2, 0]))
    check(items + "[" + a + ":" + b + ":" + c + "]")
    check("(lambda x: (x.__setitem__(slice(" + a + ", " + b + "), [1, 2]), x)[1])(" + items + ")")
    check("(lambda x: (x.__setitem__(slice(" + a + ", " + b + ", " + c + "), [1, 2]), x)[1])(" + items + ")")
    check("(lambda x: (x.__delitem__(slice(" + a + ", " + b + ", " + c + ")), x)[1])(" + items + ")")
    check("(lambda x: (x." + pick(["insert(" + a + ", 9)", "pop(" + a + ")", "remove(" + b + ")", "extend([1, 2])", "reverse()", "sort()", "sort(key=lambda i: i % 3)", "sort(reverse=True)", "index(" + b + ")", "append(1)", "clear()"]) + ", x))(" + items + ")")
    check("slice(" + a + ", " + b + ", " + c + ").indices(" + str(below(10)) + ")")
    check("sorted(" + items + ", key=lambda x: x % " + str(between(1, 4)) + pick(["", ", reverse=True"]) + ")")
    check("range(" + a + ", " + b + ", " + c + ")[" + pick(["0", "-1", "1:", "::-1", "3"]) + "]")
    check("list(range(" + a + ", " + str(between(-20, 20)) + ", " + c + ")), len(range(" + a + ", 30, 7))")
    check("{" + ", ".join(x + ": " + pick(numbers or ["0"]) for x in numbers) + "}")
    check("sorted({" + (", ".join(numbers) or "0") + "} " + pick(["|", "&", "-", "^"]) + " {1, 2, 3})")
    check("list({k: v for k, v in zip('abcab', range(5))}." + pick(["items", "keys", "values"]) + "()), dict([('a', 1)], b=2) | {'a': 3}")
    check(pick(["{1: 2}.pop(3)", "{}.popitem()", "[].pop()", "set().pop()", "{1}.remove(2)", "[1].remove(2)", "[1].index(2)", "(1,).index(2)", "'a'.index('b')", "dict([1])", "dict([(1, 2, 3)])", "set([[]])", "{[]: 1}", "[1, 2] < [1, 'a']", "(1, 2) < (1, 2, 3)", "[1] < (1,)", "list(1)", "tuple(5)", "dict(5)", "[1, 2].sort(key=1)", "[1].sort(1)", "a, b = [1]", "range(3).index(5)", "[].index(1, 'a')", "[1, 2, 3][1:2] == [2]", "next(iter([]))", "{1: 1}.get()", "dict.fromkeys('aab', 0)", "{}.setdefault('a', [])", "zip([1], [2, 3], strict=True)", "list(zip([1], [2, 3], strict=True))", "list(zip([1, 2], [2], strict=True))", "list(zip([1, 2], [2], [1, 2], strict=True))", "list(map(int, '12a'))", "min([], default=1)", "reversed({1})", "list(reversed(range(5)))", "enumerate([1], 'a')", "list(enumerate('ab', 5))", "iter(5)", "len(5)", "next(5)", "hash([])", "all(5)", "any([0, '', None])", "divmod(7, -2)", "chr(0x10ffff + 1)", "ord('ab')", "int('z', 36)", "isinstance(1, 1)", "issubclass(1, int)", "getattr(1, 'x')", "setattr(1, 'x', 2)", "type('A', (int, str), {})", "object().x", "(1).x", "print(1, sep=1)", "sorted([3, 'a'])", "'a' + 1", "1 + 'a'", "[1] + (1,)", "[1] * 1.5", "None + 1", "{} + {}", "{1} + {2}", "-'a'", "not_defined", "'abc'['a']", "[1]['a']", "{}['a']", "(1,)[1.0]", "'abc'[10]", "[][0]", "()[0]", "b''[0]", "range(2)[5]", "bytes([300])", "'a'.join([1])", "','.join('a', 'b')", "b','.join(['a'])", "int([])", "float([])", "float('a')", "int('a')", "int(None)", "round('a')", "abs('a')", "sum('ab')", "pow('a', 2)", "len()", "len(1, 2)", "'a'.foo()", "''.join()", "'a'.split(1)", "'a'.replace('b')", "'%d' % '1'", "(lambda x: x)()", "(lambda: 1)(1)", "(lambda x: x)(1, x=2)", "(lambda x, *, y: x)(1)", "(lambda x: x)(y=1)", "int(x=1)", "int('1', bas=2)"]))


def run():
    for _ in range(ROUNDS):
        plain_methods()
        plain_methods()
        with_arguments()
        encodings()
        bytes_methods()
        containers()


run()
