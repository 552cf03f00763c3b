"""Format specs, % formatting, str.format and f-strings."""

TYPES = ["", "", "d", "b", "o", "x", "X", "n", "c", "e", "E", "f", "F", "g", "G", "%", "s", "q"]


def a_spec():
    text = ""
    if chance(3):
        text += pick(["*", "0", " ", "x", "\u00e9", "=", "<"]) + pick(["<", ">", "^", "="])
    elif chance(4):
        text += pick(["<", ">", "^", "="])
    text += pick(["", "", "+", "-", " "])
    text += "z" if chance(8) else ""
    text += "#" if chance(5) else ""
    text += "0" if chance(5) else ""
    text += str(below(30)) if chance(2) else ""
    text += pick([",", "_"]) if chance(4) else ""
    text += "." + str(below(20)) if chance(2) else ""
    return text + pick(TYPES)


def specs():
    spec = a_spec()
    value = pick([an_int, a_float, a_float, a_complex, lambda: "'h\u00e9llo'", lambda: "True", lambda: "'abc'"])()
    check("format(" + value + ", " + repr(spec) + ")")
    plain = pick(["", ".2f", ".0f", ".3e", ".4g", ".10g", "g", "e", "f", ",.2f", "+.1f", "08.3f", ".15g", ".17g", "%", ".1%", "_", ",", ">12", "<12", "^12.3f", ".0e", "#.0f", "#.3g", "n", "z.1f"])
    check("format(" + a_real() + ", '" + plain + "')")
    check("format(" + an_int() + ", '" + pick(["d", "b", "o", "x", "X", "#x", "#b", "#o", "08b", "_x", "_b", ",", "+d", " d", "c", "012d", "=+8d", "^10", "#010x", "#_x", "_o", "n"]) + "')")
    check("f'{" + value.replace("'", '"') + "!" + pick(["r", "s", "a"]) + ":" + pick(["", ">10", "<10.3", "^12"]) + "}'")


def percent():
    flags = pick(["", "-", "+", " ", "0", "#", "-+", "0+", "#0"])
    width = pick(["", "", "5", "12", "1"])
    precision = pick(["", "", ".0", ".1", ".3", ".10", "."])
    conversion = pick("diouxXeEfFgGcrsa%")
    value = pick([an_int, a_float, lambda: "'caf\u00e9'", lambda: "None", lambda: "[1, 'a']", lambda: "'x'", lambda: "b'x'"])()
    check("'%" + flags + width + precision + conversion + "' % (" + value + ",)")
    check("b'%" + flags + width + precision + pick("dxfgcrsab") + "' % (" + pick([an_int, a_float, lambda: "b'ab'", lambda: "'x'"])() + ",)")
    check("'%(a)s %(b)0" + width + "d' % {'a': " + a_number() + ", 'b': " + an_int() + "}")
    check("'%*.*f|%-*s' % (" + str(below(12)) + ", " + str(below(6)) + ", " + a_finite() + ", " + str(below(8)) + ", 'ab')")


def braces():
    check("'" + pick(["{}", "{0}", "{1} {0}", "{a}", "{0:>{1}}", "{:{}}", "{0.real}", "{a[x]}", "{0[0]}", "{} {0}", "{!r:>10}", "{:>10}|{:<6}", "{{}}", "{", "}", "{0!z}", "{a.b}", "{0[a]}", "{:d}", "{!}", "{0:}", "{0[}", "{0.}"]) + "'.format(" + pick(["1, 2", "1.5, 8", "'a', 5", "[3, 4], 2", "", "1"]) + pick(["", ", a={'x': 7}", ", a=1j"]).lstrip(", " if chance(9) else "") + ")")
    check("f'{" + a_finite() + pick(["=", " = ", "=:.2f", "=!s", "=!r:>30"]) + "}'")
    check("f'{" + a_finite() + ":{" + str(below(20)) + "}.{" + str(below(9)) + "}" + pick(["f", "e", "g"]) + "}'")
    check("'{0:" + a_spec().replace("{", "").replace("'", "") + "}'.format(" + a_real() + ")")


def representations():
    check("repr(" + a_float() + ")")
    check("str(" + a_float() + " * " + a_float() + ")")
    check("repr([" + a_number() + ", " + a_number() + "])")
    check("ascii(" + pick(["'h\u00e9\\n\\x00\\u2028'", "'\U0001f600'", "'\\ud800'", "b'\\x80'", "'\\'\"'"]) + ")")
    check("repr(" + pick(["'h\u00e9\\n\\x00\\u2028'", "'\U0001f600'", "'\\ud800'", "b'\\x80\\'\"'", "'\\'\"'", "'\\''", "'\\x7f\\xa0\\xad'", "'\\u0378\\ufdd0'", "'\\U000e0001'", "bytearray(b'a')", "frozenset({1})", "set()", "range(3)", "slice(1, None, 2)", "{1: {2: []}}", "(1,)", "...", "int", "len", "NotImplemented", "type(None)", "1e16", "dict(a=1).keys()", "dict(a=1).items()", "memoryview(b'a')[0]", "complex(-0.0, -0.0)", "complex(0, float('nan'))", "-1j", "ValueError('a', 1)", "KeyError('k')", "StopIteration()"]) + ")")


def run():
    for _ in range(ROUNDS):
        specs()
        specs()
        percent()
        braces()
        representations()


run()
