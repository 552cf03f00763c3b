"""decimal and fractions."""

import decimal
import fractions
import math
from decimal import Decimal
from fractions import Fraction

ENV.update(decimal=decimal, Decimal=Decimal, Fraction=Fraction, math=math, D=Decimal, F=Fraction)
ROUNDING = ["ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"]


def a_decimal():
    kind = below(7)
    sign = pick(["", "", "-"])
    if kind == 0:
        text = pick(["0", "-0", "0.00", "1E+5", "1E-7", "Infinity", "-Infinity", "NaN", "sNaN", "NaN123", "1", "10", "0.1", "9.99", "1E+999", "1E-999", "1E+28", "0E+10", "0E-10"])
    elif kind < 4:
        text = sign + str(below(1000)) + "." + str(below(10 ** between(1, 6)))
    elif kind == 4:
        text = sign + str(RNG.bits()) + str(RNG.bits()) + str(RNG.bits()) + "." + str(RNG.bits())
    elif kind == 5:
        text = sign + str(below(10)) + "." + str(RNG.bits()) + "E" + str(between(-40, 40))
    else:
        text = sign + str(below(100))
    return "D('" + text + "')"


def within(body, context="prec=" "9"):
    """An expression evaluated under a context of its own."""
    return "with_context(lambda: " + body + ", " + context + ")"


def with_context(call, **changes):
    with decimal.localcontext() as context:
        for name, value in changes.items():
            setattr(context, name, value)
        return call()


ENV["with_context"] = with_context


def arithmetic():
    a, b = a_decimal(), pick([a_decimal, a_decimal, an_int])()
    op = pick(["+", "-", "*", "/", "//", "%", "<", "<=", "==", ">", "!="])
    check(a + " " + op + " " + b)
    check(within(a + " " + op + " " + b, "prec=" + str(between(1, 30)) + ", rounding=decimal." + pick(ROUNDING)))
    check(a + " ** " + pick(["2", "3", "-1", "-2", "0", "D('0.5')", "10", b]))
    check("divmod(" + a + ", " + b + ")")
    check("pow(" + pick(["D(7)", "D(-3)", a]) + ", " + str(below(20)) + ", " + str(between(-5, 50)) + ")")
    check(a + " + " + pick(["1.5", "1j", "'1'", "None", "F(1, 2)", "True"]))
    check(a + " " + pick(["<", "==", ">="]) + " " + pick([a_float, an_int, lambda: "F(1, 3)", a_complex])())


METHODS = ["sqrt()", "ln()", "log10()", "exp()", "to_eng_string()", "as_tuple()", "as_integer_ratio()", "normalize()", "to_integral_value()", "to_integral_exact()", "adjusted()", "canonical()", "conjugate()", "copy_abs()", "copy_negate()", "is_canonical()", "is_finite()", "is_infinite()", "is_nan()", "is_normal()", "is_qnan()", "is_signed()", "is_snan()", "is_subnormal()", "is_zero()", "logb()", "logical_invert()", "next_minus()", "next_plus()", "number_class()", "radix()", "real", "imag", "__hash__()", "__bool__()", "__int__()", "__float__()", "__round__()", "__trunc__()", "__floor__()", "__ceil__()", "__abs__()", "__neg__()", "__repr__()", "__str__()", "__complex__()"]
METHODS_TWO = ["compare", "compare_signal", "compare_total", "compare_total_mag", "copy_sign", "fma", "logical_and", "logical_or", "logical_xor", "max", "max_mag", "min", "min_mag", "next_toward", "quantize", "remainder_near", "rotate", "same_quantum", "scaleb", "shift"]


def methods():
    a, b = a_decimal(), a_decimal()
    check(a + "." + pick(METHODS))
    check(within(a + "." + pick(METHODS[:10]), "prec=" + str(between(1, 40))))
    name = pick(METHODS_TWO)
    check(a + "." + name + "(" + (b + ", " + a_decimal() if name == "fma" else b if chance(2) else str(between(-3, 3))) + ")")
    check(a + ".quantize(D('" + pick(["1", "0.1", "0.01", "1E+2", "0.000", "1E-10", "NaN", "Infinity"]) + "'), rounding=decimal." + pick(ROUNDING) + ")")
    check("round(" + a + ", " + str(between(-5, 8)) + ")")
    check("round(" + a + ")")
    check(pick(["int", "float", "str", "repr", "hash", "abs", "bool", "complex", "math.floor", "math.ceil", "math.trunc", "F", "math.sqrt"]) + "(" + a + ")")
    check("format(" + a + ", '" + pick(["", ".2f", ",.2f", "e", ".3e", "g", ".3g", "%", ".1%", "+", "010", ">12", "^12.1f", "z.1f", "E", "G", "*^15,.3f", "d", "x", ",", "08,.1f"]) + "')")
    check("hash(" + a + ") == hash(float(" + a + "))")


def construction():
    check("D('" + pick(["1.5", " 1.5 ", "1_000.5", "1e5", "nan", "-inf", "sNaN5", "abc", "", "1.2.3", "1e", ".", ".5", "5.", "1e999999999999999999", "\u0661\u0662", "+1", "--1", "0x1", "1E-400", "_1", "infinity", "0e0", "-0e-5", "1e+", "NaN-1"]) + "')")
    check("D(" + pick([a_float(), an_int(), "(0, (1, 2, 3), -2)", "(1, (), 'F')", "(0, (1,), 'n')", "(2, (1,), 0)", "(0, (10,), 0)", "(0, (1,))", "None", "1j", "[1]", "True", "D('1.0')", "F(1, 2)", "b'1'"]) + ")")
    check("D.from_float(" + a_real() + ")")
    check("decimal.Context(prec=" + str(between(0, 12)) + ").create_decimal(" + pick([a_decimal(), "'" + str(RNG.bits()) + str(RNG.bits()) + ".5'"]) + ")")
    check("decimal.Context(prec=5, Emax=" + str(between(1, 20)) + ", Emin=-" + str(between(0, 20)) + ")." + pick(["plus", "minus", "sqrt", "exp", "ln", "normalize", "to_sci_string", "to_eng_string", "next_plus", "abs"]) + "(" + a_decimal() + ")")
    check(pick(["decimal.BasicContext.prec", "decimal.ExtendedContext.prec", "decimal.getcontext().prec", "decimal.MAX_PREC", "decimal.Context(prec=-1)", "decimal.Context(rounding='x')", "decimal.Context(Emin=1)", "decimal.Context(foo=1)", "decimal.HAVE_THREADS", "sum([D('0.1')] * 10)", "max(D('1'), D('2.0'))", "sorted([D(2), D('1.5'), 1])", "D(1) / 0", "D(0) / 0", "D(1) // 0", "D(1) % 0", "D('sNaN') + 1", "D(-1).sqrt()", "D(0).ln()", "D(-1).ln()", "D(10) ** 1000000000", "D(2) ** D('0.5')", "D(1).quantize(D('1e-50'))", "D('Infinity') - D('Infinity')", "D('Infinity') * 0", "D(0) ** 0", "D(0) ** -1", "D(-8) ** D('0.3')", "D('1e400') * D('1e400')", "float(D('1e400'))", "int(D('NaN'))", "int(D('Infinity'))", "hash(D('sNaN'))", "D('NaN') == D('NaN')", "D('NaN') < 1", "D(2).sqrt(decimal.Context(prec=50))", "D(1).exp(decimal.Context(prec=40))", "D(3).ln(decimal.Context(prec=60))", "D(355) / D(113)", "D('1.10').normalize()", "D('1234567.891').__format__(',.1f')"]))


def a_fraction():
    return "F(" + str(between(-50, 50)) + ", " + str(between(1, 30)) + ")" if below(3) else "F('" + str(between(-50, 50)) + "." + str(below(1000)) + "')"


def rationals():
    a, b = a_fraction(), pick([a_fraction, a_fraction, an_int, a_float])()
    op = pick(["+", "-", "*", "/", "//", "%", "**", "<", "<=", "==", ">"])
    check(a + " " + op + " " + (b if op != "**" else pick([str(between(-5, 6)), "F(1, 2)", "0.5", "F(2, 1)"])))
    check("divmod(" + a + ", " + b + ")")
    check(pick(["int", "float", "str", "repr", "hash", "abs", "bool", "round", "math.floor", "math.ceil", "math.trunc", "complex", "D"]) + "(" + a + ")")
    check(a + "." + pick(["limit_denominator(" + str(between(1, 20)) + ")", "numerator", "denominator", "as_integer_ratio()", "is_integer()", "__round__(2)", "__round__(-1)", "real", "conjugate()"]))
    check("F('" + pick(["1/3", " 1/3 ", "1.5e3", "-2/4", "1/0", "a", "1 / 3", "1_0/3", "0.5/2", "+1", "1e-3", ".5", "1/-3", "inf", ""]) + "')")
    check("F(" + pick([a_float(), an_int(), "D('0.25')", "'1/3', 2", "1, 0", "1.5, 2", "1j", "None", "F(1, 2), F(3, 4)", "True, 3", "nan", "inf", "D('NaN')"]) + ")")
    check("format(" + a + ", '" + pick(["", ".2f", ".3e", "g", "%", "10", "+", ",.1f", "<10", "#", "010.2f", "_", "d", "x", ".10g", "z.1f"]) + "')")
    check("F.from_float(" + a_finite() + "), F.from_decimal(D('0.1')), F(" + a_finite() + ").limit_denominator(1000)")


def run():
    for _ in range(ROUNDS):
        arithmetic()
        methods()
        construction()
        rationals()


run()
