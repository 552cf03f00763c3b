"""math, cmath and statistics."""

import cmath
import math
import statistics

ENV.update(math=math, cmath=cmath, statistics=statistics)

# Correctly rounded or exact on every host, so that every digit can be compared.
EXACT_ONE = ["fabs", "floor", "ceil", "trunc", "sqrt", "degrees", "radians", "frexp", "modf", "ulp", "isfinite", "isinf", "isnan", "isqrt", "factorial"]
EXACT_TWO = ["fmod", "copysign", "remainder", "nextafter", "ldexp", "gcd", "lcm", "isclose"]
# Within a unit or two in the last place on every host.
NEAR_ONE = ["exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "erf", "erfc", "gamma", "lgamma", "cbrt"]
NEAR_TWO = ["pow", "atan2", "log"]
NEAR_COMPLEX = ["exp", "log", "log10", "sqrt", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "phase", "polar"]
SPECIAL = ["0.0", "-0.0", "inf", "-inf", "nan", "1.0", "-1.0", "1e308", "-1e308", "5e-324", "0.5"]


def rounded(value):
    """Twelve significant digits, for what the host's C library decides."""
    if isinstance(value, float):
        return float("%.12e" % value)
    if isinstance(value, complex):
        return complex(rounded(value.real), rounded(value.imag))
    if isinstance(value, tuple):
        return tuple(rounded(part) for part in value)
    return value


ENV["rounded"] = rounded


def small_int():
    return str(between(-3, 30)) if chance(2) else an_int()


def exact():
    check("math." + pick(EXACT_ONE[:-1]) + "(" + pick([a_real(), a_float(), an_int(), a_complex(), "'a'", "None"]) + ")")
    check("math.factorial(" + pick([str(below(40)), "-1", "2.0", "2.5", "True", str(below(200))]) + ")")
    check("math." + pick(EXACT_TWO) + "(" + pick([a_real, a_float, small_int, small_int])() + ", " + pick([a_real, a_float, small_int, small_int])() + ")")
    check("math." + pick(["comb", "perm", "gcd", "lcm"]) + "(" + str(below(60)) + ", " + str(below(30)) + ")")
    check("math.ldexp(" + a_float() + ", " + pick([str(between(-1100, 1100)), "10**20", "-10**20", "1.5"]) + ")")
    check("math.nextafter(" + a_float() + ", " + a_float() + ", steps=" + str(pick([0, 1, 2, 10, 2**60, -1])) + ")")
    check("math.isclose(" + a_float() + ", " + a_float() + pick(["", ", rel_tol=1e-3", ", abs_tol=1e9", ", rel_tol=-1"]) + ")")
    check("math.isqrt(" + pick([an_int(), "10**" + str(below(60)), "(10**" + str(below(30)) + ")**2 - 1"]) + ")")


def series():
    numbers = "[" + ", ".join(pick([a_finite, a_real])() for _ in range(below(9))) + "]"
    more = "[" + ", ".join(a_finite() for _ in range(below(9))) + "]"
    check("math.fsum(" + numbers + ")")
    check("math.prod(" + numbers + pick(["", ", start=2", ", start=0.5"]) + ")")
    floats = "[" + ", ".join(a_finite() for _ in range(below(9))) + "]"
    check("math.sumprod(" + floats + ", " + floats + "[::-1])")
    check("math.sumprod(" + floats + ", " + more + ")")
    check("math.hypot(*" + numbers + ")")
    check("math.dist(" + numbers + ", " + numbers + "[::-1])")
    check("math.dist(" + numbers + ", " + more + ")")
    check("math.fma(" + a_float() + ", " + a_float() + ", " + a_float() + ")")
    check("math.hypot(" + a_finite() + ", " + a_finite() + ")")


def near():
    name = pick(NEAR_ONE)
    check("rounded(math." + name + "(" + pick([a_real(), a_float(), pick(SPECIAL), "0." + str(below(1000)), str(below(20)) + "." + str(below(100))]) + "))")
    check("rounded(math." + pick(NEAR_TWO) + "(" + pick([a_real(), pick(SPECIAL)]) + ", " + pick([a_real(), pick(SPECIAL)]) + "))")
    check("rounded(math." + pick(["log", "log2", "log10"]) + "(" + pick(["10**" + str(below(700)), "2**" + str(below(3000)), "3**" + str(below(2000)) + "+1", "0", "-5"]) + "))")
    check("math." + pick(["log2", "log10", "log", "exp", "sin", "gamma", "lgamma", "sqrt"]) + "(" + pick(["2**" + str(below(1000)), "10**" + str(below(300)), str(below(30)), "'1'", "[]", "None", "1j"]) + ")" if chance(3) else "math.log2(2**" + str(below(1024)) + ")")


def complexes():
    # Far from the edges of the range, where C libraries agree.
    part = lambda: negated(str(below(20)) + "." + str(below(100)))
    check("rounded(cmath." + pick(NEAR_COMPLEX) + "(complex(" + part() + ", " + part() + ")))")
    check("cmath." + pick(NEAR_COMPLEX[:16]) + "(complex(" + pick(SPECIAL) + ", " + pick(["inf", "-inf", "0.0", "-0.0"]) + "))")
    check("cmath." + pick(["isfinite", "isinf", "isnan"]) + "(" + a_complex() + ")")
    check("rounded(cmath.rect(" + part() + ", " + part() + "))")
    check("rounded(complex(" + part() + ", " + part() + ") ** " + pick(["0.5", "1.5", "1j", "(2+1j)", "-0.25"]) + ")")
    check("rounded(" + a_finite() + " ** " + pick(["0.5", "2", "-3", "1.5", "34", "0.1"]) + ")")
    check("cmath.isclose(" + a_complex() + ", " + a_complex() + ")")
    check("rounded(cmath.log(complex(" + part() + ", 1), " + pick(["2", "10", "0", "1", "1j"]) + "))")
    check("cmath." + pick(NEAR_COMPLEX) + "(" + pick(["'1'", "None", "0", "0.0", "1", "-1", "1j", "-1j"]) + ")" if chance(3) else "cmath.sqrt(-4)")


def data(values, low):
    return "[" + ", ".join(values() for _ in range(between(low, low + 7))) + "]"


def statistical():
    kind = pick([lambda: str(below(20)), lambda: str(below(100)) + "." + str(below(100)), a_finite, lambda: "Fraction(" + str(below(50)) + ", " + str(between(1, 9)) + ")", lambda: "Decimal('" + str(below(50)) + "." + str(below(100)) + "')"])
    items = data(kind, pick([0, 1, 2]))
    check("statistics." + pick(["mean", "fmean", "median", "median_low", "median_high", "mode", "multimode", "pvariance", "variance", "pstdev", "stdev", "median_grouped"]) + "(" + items + ")")
    check("rounded(statistics." + pick(["geometric_mean", "harmonic_mean"]) + "(" + items + "))")
    check("statistics.quantiles(" + items + ", n=" + str(between(1, 10)) + pick(["", ", method='inclusive'", ", method='x'"]) + ")")
    first, second = data(lambda: str(below(50)) + "." + str(below(10)), 2), data(lambda: str(below(50)), 2)
    check("statistics." + pick(["correlation", "covariance", "linear_regression"]) + "(" + first + ", " + second + ")")
    check("statistics.correlation(" + first + ", [x * 2 + 1 for x in " + first + "])")
    check("statistics.fmean(" + first + ", " + second + ")")
    check("rounded(statistics.NormalDist(" + str(below(100)) + ", " + str(between(1, 20)) + ")." + pick(["pdf(45.5)", "inv_cdf(0.3)", "zscore(10)", "quantiles(4)[0]", "inv_cdf(1.5)"]) + ")")
    check("statistics.mode(" + pick(["'aab'", "[]", "[1, 1, 2, 2]", "['x', 'y', 'y']"]) + ")")
    check("statistics.mean(" + pick(["['a']", "[]", "[None]", "[1, 2.5, True]", "[1e308, 1e308]", "[inf, 1]", "[nan]", "[10**400]"]) + ")")
    check("statistics.kde(" + first + ", h=1.5)(20.0)" if chance(8) else "statistics.median([1, 'a'])")


def run():
    from decimal import Decimal
    from fractions import Fraction

    ENV.update(Decimal=Decimal, Fraction=Fraction)
    for _ in range(ROUNDS):
        exact()
        series()
        near()
        near()
        complexes()
        statistical()


run()
