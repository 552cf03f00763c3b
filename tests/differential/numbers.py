"""Operators, conversions and methods of int, float, complex and bool."""

BINARY = ["+", "-", "*", "/", "//", "%", "<", "<=", "==", "!=", ">", ">="]


def operator_calls():
    op = pick(BINARY)
    left, right = a_number(), a_number()
    check(left + " " + op + " " + right)
    check_call("lambda a, b: a " + op + " b", left, right)


def bit_operators():
    op = pick(["&", "|", "^", "<<", ">>"])
    right = str(below(80)) if op in ("<<", ">>") else an_int()
    if chance(10):
        right = a_number()
    check(an_int() + " " + op + " " + right)
    check_call("lambda a, b: a " + op + " b", an_int(), right)


def powers():
    kind = below(5)
    if kind == 0:
        base, exponent = an_int(), str(between(-12, 40))
    elif kind == 1:
        base, exponent = a_float(), str(between(-12, 40))
    elif kind == 2:
        base, exponent = a_real(), a_finite()
    elif kind == 3:
        base, exponent = a_complex(), pick(["2", "3", "-1", "0", "-2"])
    else:
        base, exponent = pick(["0", "0.0", "-0.0", "1", "-1", "inf", "-inf", "nan", "2", "0j"]), pick(EDGE_FLOATS)
    check("near((" + base + ") ** " + exponent + ")")
    check_call("lambda a, b: near(pow(a, b))", base, exponent)


def modular():
    check_call("pow", an_int(), str(between(-5, 200)), an_int())
    check_call("divmod", a_real(), a_real())
    check_call("divmod", an_int(), an_int())


def unary():
    check(pick(["-", "+", "~", "not ", "abs", "bool", "repr", "str"]) + "(" + a_number() + ")")
    check("hash(" + pick([an_int, a_finite, a_complex])() + ")")
    check_call(pick(["abs", "bool", "repr", "int", "float", "complex", "round", "math.trunc", "math.floor", "math.ceil"]), a_number())


def rounding():
    check_call("round", a_real(), str(between(-25, 25)))
    check_call("round", a_real(), pick(["None", "0", "1", "2", "-1", "2.0", "'1'", "400", "-400", "True"]))
    check_call("round", a_real())
    check("round(" + str(below(2000)) + "." + str(below(10)) + "5, " + str(between(0, 2)) + ")")
    check("round(" + an_int() + ", " + str(between(-6, 3)) + ")")


def attributes():
    check(a_float() + pick([".is_integer()", ".as_integer_ratio()", ".hex()", ".conjugate()", ".real", ".imag", ".__trunc__()", ".__round__(1)", ".__format__('')", ".__getnewargs__()"]))
    n = an_int()
    check("(" + n + ")" + pick([".bit_length()", ".bit_count()", ".as_integer_ratio()", ".conjugate()", ".real", ".imag", ".numerator", ".denominator", ".is_integer()", ".__index__()"]))
    c = a_complex()
    check(c + pick([".real", ".imag", ".conjugate()", ".__abs__()", ".__bool__()"]))
    check("(" + n + ").to_bytes(" + str(below(20)) + ", " + pick(["'little'", "'big'", "'middle'"]) + pick(["", ", signed=True", ", signed=False"]) + ")")
    check("int.from_bytes(bytes([" + ", ".join(str(below(256)) for _ in range(below(12))) + "]), " + pick(["'little'", "'big'"]) + pick(["", ", signed=True"]) + ")")


TEXTS = ["", " 12 ", "1_000", "0x1f", "0b11", "0o17", "1__0", "_1", "1e5", "nan", "-inf", "+Infinity", "1.5.2", "0.1e-400", "1e400", ".5", "5.", "\\u0663\\u0664", "1 2", "0_7", "007", "-", "+", "--1", "1j", "1+2j", " 1-2J ", "(1+2j)", "1+", "j", "-j", "1 + 2j", "infj", "nan+infj", "1_0.5_0", "zz", "Zz9", "0xg", "1e", "1e+", "12\\n", "\\x001"]


def conversions():
    text = pick(TEXTS)
    check(pick(["int", "float", "complex"]) + "('" + text + "')")
    check("int('" + text + "', " + str(pick([0, 2, 8, 10, 16, 36, 1, 37, -1])) + ")")
    check("float('" + a_finite().strip("()") + "')")
    check("int(" + a_float() + ")")
    check("str(" + a_number() + ")")
    check_call(pick(["bin", "oct", "hex"]), a_real())
    check("float.fromhex('" + pick(["0x1.8p1", "1.8p1", "-0x0.1p-1074", "inf", "nan", "0x1p1024", "0x.8", "0x1.fffffffffffff8p0", "1p-1080", "0x1.00000000000008p0", "0x1.000000000000080000001p0", "zz", "0x", "0x1.p", " 0X1P3 "]) + "')")
    check("float.fromhex((" + a_float() + ").hex())")
    check("complex(" + pick(["'1'", a_number(), a_real()]) + ", " + pick([a_number(), a_real(), "'1'"]) + ")")
    check(pick(["int", "float", "complex", "bool"]) + "(" + pick(["[]", "None", "()", "b'12'", "bytearray(b'1.5')", "{}", "int", "'1' * 5", "''", "3.7", "object()"]) + ")")


def comparisons():
    n = pick([2 ** 53, 2 ** 53 + 1, 10 ** 22, 10 ** 23, 2 ** 63, 2 ** 64, 10 ** 308, 10 ** 309, 2 ** 1024, 1, 0]) + between(-1, 1)
    left, right = str(n), pick([a_float(), "float(" + str(n) + ")", "1e22", "1e23", "inf", "-inf", "nan", "9007199254740992.0", "9223372036854775808.0", "1e308"])
    if chance(2):
        left, right = right, left
    op = pick(["<", "<=", "==", "!=", ">", ">="])
    check(left + " " + op + " " + right)
    check_call("lambda a, b: a " + op + " b", left, right)
    check("hash(" + pick([an_int, a_finite])() + ") == hash(" + pick([an_int, a_finite])() + ")")


def sums():
    """Ints apart from floats: since 3.14 they take part in the compensation."""
    numbers = ", ".join(a_finite() for _ in range(below(12)))
    check("sum([" + numbers + "])")
    check("sum([" + numbers + "], " + a_finite() + ")")
    check("sum([" + ", ".join(an_int() for _ in range(below(9))) + "])")
    check("sum([" + ", ".join(a_complex() for _ in range(below(3))) + "])")
    check("sum([" + pick(["0.1", "0.2", "1e16", "1/3"]) + "] * " + str(below(200)) + ")")
    check(pick(["sum", "max", "min", "sorted"]) + pick(["(['a'])", "([[1], [2]])", "([1, 'a'])", "(3)", "([], 5)", "([], [])", "(['a'], '')", "([b'a'], b'')", "([bytearray()], bytearray())", "([1.0, 'a'])", "([1j, 'a'])", "([True, True])", "()", "(1, 2)", "(iter([1, 2.5, 3]))", "([], key=len)", "([], default=3)", "([1], start=2)"]))
    check(pick(["max", "min", "sorted"]) + "([" + ", ".join(a_float() for _ in range(between(1, 6))) + "])")
    check(pick(["max", "min"]) + "([" + ", ".join(a_real() for _ in range(between(1, 6))) + "], key=abs)")


WRONG = ["1 + '1'", "'1' + 1", "1 - None", "[] + ()", "{} | []", "1 < 'a'", "None < None", "1j < 2", "1j // 2", "1j % 2", "divmod(1j, 1)", "int(1j)", "float(1j)", "-'a'", "~1.5", "1.5 << 2", "1 @ 2", "1 / 0", "1 // 0", "1 % 0", "1.0 / 0", "1.0 // 0", "1.0 % 0", "1j / 0", "0 ** -1", "0.0 ** -1", "0j ** -1", "0j ** 1j", "divmod(1, 0)", "divmod(1.0, 0)", "(-8) ** (1/3)", "(-8.0) ** 0.5", "2 ** 1e400", "2.0 ** 10000", "10.0 ** 400", "1e300 * 1e300", "int('9' * 5000)", "str(10 ** 5000)", "10 ** 5000 + 0.0", "float(10 ** 400)", "10 ** 400 / 3", "10 ** 400 / 10 ** 399", "10 ** 400 * 1.0", "round(1e308, -308)", "round(1.7976931348623157e308, -308)", "int(nan)", "int(inf)", "round(nan)", "round(inf)", "nan.as_integer_ratio()", "inf.as_integer_ratio()", "pow(2, -1, 4)", "pow(3, -1, 7)", "pow(2, 3, 0)", "pow(2.0, 3, 5)", "pow(2, 3, 5.0)", "pow(1j, 2, 3)", "1 << -1", "1 >> -1", "1 << 10 ** 10 if False else 0", "(1).to_bytes(0, 'big')", "(-1).to_bytes(1, 'big')", "(256).to_bytes(1, 'big')", "chr(-1)", "chr(1114112)", "ord('ab')", "ord('')", "ord(5)", "abs('a')", "round('a')", "hash([])", "hash({})", "int(2.5, 10)", "int('1', '2')", "int('', 10)", "float('')", "complex('')", "complex('1', 2)", "complex(1, '2')", "bin(1.5)", "hex('a')", "len(5)", "sum(5)", "sum([[]], 1)", "range(1.5)", "range(1, 2, 0)", "[1][1.0]", "'abc'['a']", "(1,)[5]", "{}['x']", "{1: 2}[3]", "[1, 2][10]", "'a' * 1.5", "[1] * 'a'", "max()", "max([])", "min(1)", "max(1, 'a')", "sorted([1, 'a'])", "sorted([1j, 2])", "int.from_bytes('a', 'big')", "bytes([256])", "bytes(-1)", "bytes('a')", "bytearray([-1])", "float.fromhex('0x1p5000')", "isinstance(1, 'a')", "divmod('a', 1)", "'a' % 1", "'%d' % 'a'", "'%d %d' % 1", "'%z' % 1", "'%c' % 'ab'", "'%c' % -1", "'%s %s' % ('a',)", "'%s' % ()", "'%(a)s' % 5", "'%(a)s' % {}", "'%*d' % ('a', 1)", "format(1, 'q')", "format('a', 'd')", "format(1.5, 'd')", "format(1j, 'd')", "format([], 'd')", "format(1, '.3d')", "format(1, ',_d')", "format(1, '_,d')", "format('a', ',')", "format('a', '+')", "format('a', '=5')", "format('a', '#')", "format(True, 'd')", "format(None, '5')"]


def wrong():
    for text in WRONG:
        check(text)


def run():
    for _ in range(ROUNDS):
        operator_calls()
        operator_calls()
        bit_operators()
        powers()
        modular()
        unary()
        rounding()
        attributes()
        conversions()
        comparisons()
        sums()
    if SEED == 0:
        wrong()


import math



def near(value):
    """Twelve significant digits of a power: C libraries are not always right in the last."""
    if isinstance(value, complex):
        return complex(near(value.real), near(value.imag))
    return float("%.12e" % value) if isinstance(value, float) else value


ENV.update(math=math, near=near)
run()
