"""Calls of built-in types and library functions, drawn at random, and what each gives; `SEED` is set before."""

import array, base64, binascii, bisect, builtins, calendar, cmath, collections, colorsys, copy, datetime, decimal
import fnmatch, fractions, functools, heapq, html, io, itertools, json, math, operator, random, re, statistics, string
import struct, textwrap, unicodedata, zlib

CALLS = 200


class Number(int):
    pass


class Index:
    def __index__(self):
        return 2**40

    def __hash__(self):
        return 2**61 + 5

    def __repr__(self):
        return "Index()"


# Around the sizes of words.
ARGUMENTS = [0, 1, -1, 2, 255, 256, 2**15, 2**16, 2**100, -(2**100)]
ARGUMENTS += [sign * 2**bits + by for bits in (31, 32, 40, 63, 64) for sign in (1, -1) for by in (-1, 0, 1)]
ARGUMENTS += [1.5, -0.0, 1e300, math.inf, math.nan, 1j, True, None, Number(7), Index(), int, str, len]
ARGUMENTS += ["", "a", "abc", "é", "ż😀", "%d", "{}", b"", b"abc", bytearray(b"xyz"), memoryview(b"hello")]
ARGUMENTS += [[], [3, 1, 2], (), (1, "a"), {}, {"a": 1}, {1, 2}, frozenset("a"), range(5), range(2**40), slice(1, 2**40)]
ARGUMENTS += [decimal.Decimal("1.5"), fractions.Fraction(3, 7), datetime.date(2020, 2, 29), datetime.timedelta(3, 4, 5)]

OBJECTS = [5, 2**70, True, 2.5, 1 + 2j, "hello world", "ÀéÎ", b"hello", bytearray(b"hello"), [1, 2, 3], (1, 2, 3)]
OBJECTS += [{"a": 1, "b": 2}, {1, 2, 3}, frozenset([1, 2]), range(10), slice(1, 5, 2), collections.deque([1, 2, 3])]
OBJECTS += [collections.OrderedDict(a=1, b=2), collections.Counter("hello"), array.array("l", [1, 2, 3])]
OBJECTS += [io.StringIO("line1\nline2\n"), io.BytesIO(b"line1\nline2\n"), decimal.Decimal("3.14"), fractions.Fraction(1, 3)]
OBJECTS += [datetime.date(2020, 1, 1), datetime.datetime(2020, 1, 1, 12), datetime.timedelta(1), struct.Struct("lqi")]

MODULES = [base64, binascii, bisect, calendar, cmath, collections, colorsys, copy, decimal, fnmatch, fractions, functools]
MODULES += [heapq, html, itertools, json, math, operator, random, re, statistics, string, struct, textwrap, unicodedata, zlib]

# What ends a run by its size, waits, or leaves; and what is known to differ: docs/determinism.md.
LEFT_OUT = set("""
    __buffer__ __dir__ __getstate__ __init_subclass__ __ipow__ __imul__ __lshift__ __mul__ __pow__ __reduce__ __reduce_ex__
    __release_buffer__ __rlshift__ __rmul__ __rpow__ __sizeof__ __subclasshook__ HTMLCalendar TextCalendar accumulate
    breakpoint calendar center choices comb compile concat copyright count credits cycle dir eval exec exit expandtabs
    factorial get_cache_token getrandbits getstate globals help iconcat ilshift imul input ipow isqrt lcm license ljust locals localcontext
    lshift mul open perm pow prcal primes prmonth product prweek pryear quit randbytes repeat rjust sample scaleb seed
    setcontext setstate shift to_bytes urandom vars zfill
""".split())


def names(owner):
    return [name for name in dir(owner) if name not in LEFT_OUT and callable(getattr(owner, name))]


def told(value):
    """A value as text; an object of the library is its type."""
    plain = (int, float, complex, str, bytes, bytearray, list, tuple, set, frozenset, dict, type(None))
    return repr(value)[:150] if isinstance(value, plain) else type(value).__name__


def fresh(value):
    """A value of its own: calls change what they are given."""
    try:
        return copy.copy(value)
    except TypeError:
        return value


def call(function, arguments):
    try:
        return told(function(*arguments))
    except BaseException as error:
        return f"{type(error).__name__}: {error}"[:150]


draw = random.Random(SEED)
random.seed(1)
for number in range(CALLS):
    kind = draw.random()
    if kind < 0.6:
        owner = draw.choice(OBJECTS)
        name = draw.choice(names(owner))
        owner = fresh(owner)
    else:
        owner = draw.choice(MODULES) if kind < 0.85 else builtins
        name = draw.choice([name for name in names(owner) if not name.startswith("_")])
    arguments = [draw.choice(ARGUMENTS) for _ in range(draw.choice([0, 1, 1, 1, 2, 2, 3]))]
    arguments = [fresh(argument) for argument in arguments]
    of = told(owner) if kind < 0.6 else owner.__name__
    shown = ", ".join(map(told, arguments))
    print(f"{of}.{name}({shown}) -> {call(getattr(owner, name), arguments)}", flush=True)
