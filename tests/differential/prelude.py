"""What every generator shares: a seeded source of numbers, operands with a taste for edges, and one line an expression."""


class Rng:
    """A generator of its own, so that the expressions do not depend on the random module under test."""

    def __init__(self, seed):
        self.state = (seed * 2862933555777941757 + 3037000493) & 0xFFFFFFFFFFFFFFFF

    def bits(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return self.state >> 32

    def below(self, n):
        return self.bits() % n

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def pick(self, items):
        return items[self.below(len(items))]

    def chance(self, one_in):
        return self.below(one_in) == 0


RNG = Rng(SEED)
below, between, pick, chance = RNG.below, RNG.between, RNG.pick, RNG.chance
ENV = {}


def negated(text):
    return "(-" + text + ")" if below(3) == 0 else text


def an_int():
    """Source text of an int."""
    kind = below(10)
    if kind < 4:
        return negated(str(below(20)))
    if kind < 6:
        return negated(str(below(100000)))
    if kind == 6:
        return negated(str(2 ** pick([31, 32, 52, 53, 54, 63, 64, 65, 100, 127]) + between(-2, 2)))
    if kind == 7:
        return negated(str(RNG.bits() * RNG.bits() * RNG.bits()))
    if kind == 8:
        return negated(str(10 ** pick([15, 16, 17, 18, 19, 20, 22, 23, 25, 40]) + between(-1, 1)))
    return pick(["0", "1", "-1", "True", "False", "2", "7", "-7", "640", "1000"])


EDGE_FLOATS = [
    "0.0", "-0.0", "1.0", "-1.0", "0.5", "-0.5", "1.5", "2.5", "0.1", "0.2", "0.3", "1e22", "1e23", "1e16", "1e15",
    "1e308", "-1e308", "1.7976931348623157e308", "2.2250738585072014e-308", "5e-324", "-5e-324", "4e-320",
    "9007199254740992.0", "9007199254740993.0", "4503599627370496.5", "1e-5", "1e-4", "0.0001", "123456789.0",
    "inf", "-inf", "nan", "1e100", "1e-100", "3.0", "-3.0", "0.7", "2.675", "1.005", "1e17", "123456.789",
]


def a_finite():
    """Source text of a finite float."""
    kind = below(8)
    if kind == 0:
        return negated(str(below(1000)) + "." + str(below(1000)))
    if kind == 1:
        return negated(str(below(10)) + "." + str(RNG.bits()) + "e" + str(between(-30, 30)))
    if kind == 2:
        return negated(str(below(10)) + "." + str(RNG.bits()) + "e" + str(between(-320, 308)))
    if kind == 3:
        return negated(str(below(100)) + "." + str(below(100)))
    if kind == 4:
        return negated("0." + str(RNG.bits()) + str(RNG.bits()))
    if kind == 5:
        return negated(str(RNG.bits()) + "." + str(below(10)))
    text = pick(EDGE_FLOATS)
    while text in ("inf", "-inf", "nan"):
        text = pick(EDGE_FLOATS)
    return text


def a_float():
    """Source text of a float."""
    return pick(EDGE_FLOATS) if chance(4) else a_finite()


def a_real():
    return an_int() if chance(2) else a_float()


def a_moderate():
    """Source text of a float far from the edges of the range."""
    return negated(str(below(1000)) + "." + str(below(1000)))


def a_complex():
    """Source text of a complex number. Its parts are moderate: infinite ones are treated anew by each version."""
    return "complex(" + pick([a_moderate(), negated(str(below(20)))]) + ", " + a_moderate() + ")" if chance(2) else "(" + a_moderate() + "+" + str(below(100)) + "." + str(below(10)) + "j)"


def a_number():
    kind = below(6)
    return an_int() if kind < 2 else a_float() if kind < 5 else a_complex()


def shown(value):
    """A repr in which nothing depends on addresses, nor on the sign of a complex number's zero: 3.14 changed it."""
    if type(value) is complex:
        value = complex(value.real + 0.0, value.imag + 0.0)
    text = repr(value)
    return type(value).__name__ + " " + text if " at 0x" not in text else type(value).__name__


def outcome(call):
    try:
        return shown(call())
    except RecursionError:
        return "RecursionError"
    except Exception as error:
        return type(error).__name__ + ": " + str(error)


def check(text):
    """Prints an expression with its value or what it raises."""
    print(ascii(text), "->", ascii(outcome(lambda: eval(text, ENV)))[1:-1])


def check_call(name, *arguments):
    """As `check`, with the arguments passed at run time instead of folded by the compiler."""
    def call():
        function = eval(name, ENV)
        values = [eval(argument, ENV) for argument in arguments]
        return function(*values)

    print(ascii(("(" + name + ")" if " " in name else name) + "(" + ", ".join(arguments) + ")"), "->", ascii(outcome(call))[1:-1])


ENV.update(inf=float("inf"), nan=float("nan"))
