"""itertools, functools, collections, heapq, bisect, enum, dataclasses, random and exceptions."""

import bisect
import collections
import functools
import heapq
import itertools
import operator
from collections import Counter, OrderedDict, defaultdict, deque

ENV.update(bisect=bisect, collections=collections, functools=functools, heapq=heapq, it=itertools, op=operator, Counter=Counter, OrderedDict=OrderedDict, defaultdict=defaultdict, deque=deque)


def a_list(most=7):
    return "[" + ", ".join(pick([lambda: str(below(10)), an_int, a_finite])() for _ in range(below(most))) + "]"


def iterators():
    a, n = a_list(), str(between(-1, 5))
    check("list(it." + pick(["accumulate(" + a + ")", "accumulate(" + a + ", op.mul, initial=2)", "batched(" + a + ", " + n + ")", "chain(" + a + ", 'ab')", "combinations(" + a + ", " + n + ")", "combinations_with_replacement(" + a + ", 2)", "compress(" + a + ", [1, 0, 1, 1])", "dropwhile(lambda x: x < 5, " + a + ")", "takewhile(lambda x: x < 5, " + a + ")", "filterfalse(lambda x: x % 2, " + a + ")", "islice(" + a + ", " + n + ")", "islice(" + a + ", 1, None, 2)", "pairwise(" + a + ")", "permutations(" + a + ", 2)", "product(" + a + ", 'ab')", "product([0, 1], repeat=" + n + ")", "repeat(1, " + n + ")", "starmap(pow, [(2, 3), (3, 2)])", "zip_longest(" + a + ", 'ab', fillvalue='-')", "islice(it.count(" + a_real() + ", " + a_real() + "), 4)", "islice(it.cycle(" + a + "), 5)", "chain.from_iterable(['ab', [1]])"]) + ")")
    check("[(k, list(g)) for k, g in it.groupby(sorted(" + a + "), key=lambda x: x // 3)]")
    check("functools.reduce(lambda a, b: a + b, " + a + pick(["", ", 10"]) + ")")
    check("list(" + pick(["zip(" + a + ", 'abc')", "map(str, " + a + ")", "filter(None, " + a + ")", "enumerate(" + a + ", 3)", "reversed(" + a + ")", "map(lambda x, y: x * y, " + a + ", " + a + ")"]) + ")")
    check(pick(["max", "min", "sorted", "sum", "any", "all", "len", "tuple"]) + "(" + a + ")")
    check("sorted(" + a + ", key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b)))")


def heaps():
    a, x = a_list(), pick([str(below(10)), a_finite()])
    check("(lambda h: (heapq.heapify(h), h))(" + a + ")")
    check("(lambda h: (heapq.heapify(h), heapq." + pick(["heappush(h, " + x + ")", "heappop(h)", "heappushpop(h, " + x + ")", "heapreplace(h, " + x + ")"]) + ", h))(" + a + ")")
    check("heapq." + pick(["nsmallest(3, " + a + ")", "nlargest(2, " + a + ", key=abs)", "nlargest(2, " + a + ")"]) + ", list(heapq.merge(sorted(" + a + "), [1, 5]))")
    check("bisect." + pick(["bisect", "bisect_left", "bisect_right"]) + "(sorted(" + a + "), " + x + ")")
    check("(lambda l: (bisect." + pick(["insort", "insort_left"]) + "(l, " + x + "), l))(sorted(" + a + "))")
    check("bisect.bisect([1, 2, 3], 2, key=lambda x: -x), bisect.bisect([1, 2], 5, 0, " + str(between(0, 2)) + ")")


def collected():
    a, word = a_list(), pick(["'abracadabra'", "'hello'", "''", "'aab'"])
    check("Counter(" + word + ")." + pick(["most_common()", "most_common(2)", "total()", "elements()", "subtract('ab')", "items()", "update('xx')", "copy()"]).replace("elements()", "__repr__()"))
    check("Counter(" + word + ") " + pick(["+", "-", "&", "|", "==", "<="]) + " Counter('abc')")
    check("(lambda d: (d." + pick(["append(1)", "appendleft(1)", "pop()", "popleft()", "rotate(2)", "rotate(-1)", "extend('ab')", "extendleft('ab')", "reverse()", "remove(3)", "insert(1, 'x')", "index(5)", "count(1)", "clear()", "maxlen"]) + ", d))(deque(" + a + pick(["", ", maxlen=3"]) + "))")
    check("(lambda d: (d['a'], d))(" + pick(["defaultdict(int)", "defaultdict(list, b=1)", "defaultdict()", "Counter()", "OrderedDict(b=1)", "collections.ChainMap({'a': 1}, {'b': 2})"]) + ")")
    check("(lambda d: (d." + pick(["move_to_end('a')", "popitem(last=False)", "popitem()", "move_to_end('z')"]) + ", d))(OrderedDict(a=1, b=2))")
    check(pick(["collections.namedtuple('P', 'x y')(1, 2)", "collections.namedtuple('P', 'x y')(1)", "collections.namedtuple('P', 'x y', defaults=[5])(1)._asdict()", "collections.namedtuple('P', 'x x')", "collections.namedtuple('P', 'x y')(1, 2)._replace(x=5)", "collections.namedtuple('P', ['a', 'def'], rename=True)._fields", "collections.namedtuple('1P', 'a')", "collections.UserDict(a=1)", "deque([1, 2, 3])[5]", "deque(maxlen=-1)", "OrderedDict(a=1) == OrderedDict(b=1)", "OrderedDict([('a', 1), ('b', 2)]) == OrderedDict([('b', 2), ('a', 1)])", "Counter(a=3) - Counter(a=5)", "+Counter(a=-1, b=2)", "Counter([1, 2.0, 2]).most_common()", "functools.partial(int, base=2)('101')", "functools.lru_cache(len).cache_info()", "functools.partial(print, 1)", "functools.reduce(op.add, [])", "functools.singledispatch(len)", "op.itemgetter(5)([1])", "next(it.count(1.5, 0.5))", "it.count('a')", "list(it.islice([1], -1))", "list(it.product('ab', repeat=-1))", "list(it.combinations('abc', -1))", "heapq.heappop([])", "list(it.batched('abc', 0))", "list(it.batched('abc', 2, strict=True))", "next(it.pairwise([]))", "list(it.zip_longest('ab', [1], foo=2))", "it.tee([1, 2], 2)[1].__next__()", "it.tee([1], -1)"]))


PROGRAMS = [
    "class E(enum.Enum):\n    A = 1\n    B = enum.auto()\nresult = [E.A, E(2), E['B'].value, list(E), repr(E), E.A == 1, str(E.B)]",
    "class F(enum.Flag):\n    A = 1\n    B = 2\nresult = [F.A | F.B, ~F.A, F(3), F.A in F(3), list(F(3)), F(0)]",
    "class G(enum.IntEnum):\n    A = 5\nresult = [G.A + 1, f'{G.A}', str(G.A), repr(G.A), G.A < 6, '%d' % G.A]",
    "class S(enum.StrEnum):\n    A = enum.auto()\nresult = [S.A, str(S.A), S.A + 'x', f'{S.A:>5}']",
    "class E(enum.Enum):\n    A = 1\nE(5)",
    "class E(enum.Enum):\n    A = 1\nE['Z']",
    "class E(enum.Enum):\n    A = 1\nE.A = 2",
    "class E(enum.Enum):\n    A = 1\nclass H(E):\n    B = 2",
    "@dataclasses.dataclass\nclass P:\n    x: int\n    y: float = 2.5\n    z: list = dataclasses.field(default_factory=list)\nresult = [P(1), P(1) == P(1), dataclasses.asdict(P(1, 2)), dataclasses.replace(P(1), x=3), dataclasses.astuple(P(1))]",
    "@dataclasses.dataclass(order=True, frozen=True)\nclass P:\n    x: int\n    y: int = 0\nresult = [sorted([P(2), P(1, 5), P(1)]), hash(P(1)) == hash(P(1)), P(1) < P(2)]",
    "@dataclasses.dataclass(frozen=True)\nclass P:\n    x: int\nP(1).x = 5",
    "@dataclasses.dataclass\nclass P:\n    x: int = 1\n    y: int\n",
    "@dataclasses.dataclass\nclass P:\n    x: list = []\n",
    "@dataclasses.dataclass(kw_only=True)\nclass P:\n    x: int\nP(1)",
    "@dataclasses.dataclass\nclass P:\n    x: int\nP()",
    "def f(a, b=2, *args, c, d=4, **kw): return a\nf(1)",
    "def f(a, /, b): return a\nf(a=1, b=2)",
    "def f(a, b): return a\nf(1, 2, 3)",
    "def f(a, b): return a\nf(1, a=2)",
    "def f(*, k): return k\nf(1)",
    "def f(): pass\nf(x=1)",
    "a, b = 1, 2, 3",
    "a, *b, c = [1]",
    "a, b = 5",
    "for x in 5: pass",
    "with 5: pass",
    "del undefined",
    "x = undefined_name",
    "def f():\n    print(y)\n    y = 1\nf()",
    "import nosuchmodule",
    "from math import nosuch",
    "raise 5",
    "raise ValueError from 5",
    "assert 1 == 2, 'message'",
    "class A:\n    __slots__ = ('x',)\nA().y = 1",
    "class A: pass\nA().missing",
    "class A:\n    @property\n    def p(self): return 1\nA().p = 2",
    "class A:\n    def __init__(self, x): pass\nA()",
    "class A(abc.ABC):\n    @abc.abstractmethod\n    def f(self): ...\nA()",
    "class A:\n    def __len__(self): return -1\nlen(A())",
    "class A:\n    def __bool__(self): return 5\nbool(A())",
    "class A:\n    def __str__(self): return 5\nstr(A())",
    "class A:\n    def __hash__(self): return 'a'\nhash(A())",
    "class A:\n    def __eq__(self, o): return True\nhash(A())",
    "class A:\n    def __index__(self): return 'x'\n[1][A()]",
    "class A:\n    def __iter__(self): return 5\nlist(A())",
    "class A(int, str): pass",
    "class A: pass\nclass B(A, A): pass",
    "class A: pass\nclass B(A): pass\nclass C(A, B): pass",
    "x = [1, 2, 3]\nfor i in x:\n    x.append(i) if len(x) < 6 else None\nresult = x",
    "d = {1: 2}\nfor k in d:\n    d[k + 1] = 1",
    "s = {1}\nfor k in s:\n    s.add(k + 1)",
    "def g():\n    yield 1\n    return 5\ni = g()\nnext(i)\nnext(i)",
    "def g():\n    x = yield 1\n    result.append(x)\nresult = []\ni = g()\nnext(i)\ntry: i.send(7)\nexcept StopIteration as e: result.append(e.value)",
    "def g(): yield\ni = g()\ni.send(5)",
    "result = [x async for x in 5]",
    "int('12x')",
    "result = [*range(3), *'ab'], {**{'a': 1}, 'b': 2}, (lambda *a, **k: (a, k))(*[1], **{'x': 2})",
    "f = lambda **k: k\nf(**{1: 2})",
    "f = lambda **k: k\nf(**{'a': 1}, **{'a': 2})",
    "f = lambda *a: a\nf(*5)",
    "f = lambda **k: k\nf(**5)",
    "match [1, 2, {'a': 3}]:\n    case [1, x, {'a': y, **rest}]: result = (x, y, rest)",
    "match 5:\n    case int(x) if x > 3: result = x",
    "try:\n    try: 1 / 0\n    except ZeroDivisionError as e: raise KeyError('k') from e\nexcept KeyError as e: result = [repr(e), repr(e.__cause__), e.args]",
    "try: raise ExceptionGroup('g', [ValueError(1), TypeError('t')])\nexcept* ValueError as e: result = [repr(e), e.exceptions]\nexcept* TypeError: pass",
    "e = ValueError('a')\ne.add_note('n')\nresult = [e.__notes__, str(e), repr(e), e == ValueError('a')]",
    "result = [str(KeyError('a')), str(KeyError('a', 'b')), str(OSError(2, 'x', 'f')), repr(OSError(2, 'x')), str(UnicodeDecodeError('utf-8', b'a', 0, 1, 'r')), str(StopIteration(3)), str(ValueError()), str(SystemExit(3)), str(ImportError('m', name='n'))]",
    "result = round(2.5), round(-3.5), round(0.5), round(1.5), round(2.675, 2), round(1e16 + 1, -1), round(12345.678, -2)",
    "class V:\n    def __init__(self, x): self.x = x\n    def __add__(self, o): return NotImplemented\n    def __radd__(self, o): return 'r'\nresult = 1 + V(1)",
    "class V:\n    def __add__(self, o): return NotImplemented\nV() + 1",
    "class V: pass\nV() < V()",
    "class V: pass\nV()()",
    "class V: pass\nV()[0]",
    "class V: pass\nlen(V())",
    "class V: pass\nV()[0] = 1",
    "class V: pass\niter(V())",
    "class V: pass\nint(V())",
    "class V: pass\n-V()",
    "class V: pass\n1 in V()",
    "class V: pass\nfloat(V())",
    "class V: pass\nround(V())",
    "class V: pass\nsum([V()])",
    "class V: pass\nsorted([V(), V()])",
    "class V: pass\n'%d' % V()",
    "class V: pass\n'a' + V()",
    "class V: pass\n[1] + V()",
    "class V: pass\nformat(V(), 'x')",
    "class V: pass\nmax(V())",
    "class V: pass\nabs(V())",
    "class V: pass\nwith V(): pass",
    "x: int = 'a'\nresult = x",
    "result = (y := 5) + y",
    "global_x = 1\ndef f():\n    global global_x\n    global_x += 1\nf()\nresult = global_x",
    "def outer():\n    n = 0\n    def inner():\n        nonlocal n\n        n += 1\n        return n\n    inner()\n    return inner()\nresult = outer()",
    "def deco(f):\n    @functools.wraps(f)\n    def w(*a): return f(*a) * 2\n    return w\n@deco\ndef f(x): 'doc'; return x\nresult = f(3), f.__name__, f.__doc__",
    "class M(type):\n    def __call__(cls, *a): return 'made'\nclass C(metaclass=M): pass\nresult = C()",
    "class C:\n    def __getattr__(self, n): return n\n    def __getitem__(self, k): return k\nresult = C().foo, C()[1:2, ...]",
    "result = [type(x).__name__ for x in (1, 1.0, 1j, '', b'', None, ..., [], (), {}, set(), range(1), type, len, lambda: 0, NotImplemented)]",
    "result = sorted({3, 1, 2}), {1, True, 1.0}, {1: 'a', True: 'b', 1.0: 'c'}, {0.1 + 0.2, 0.3}",
    "result = [i for i in range(10) if i % 3 == 0], {i: i * i for i in range(3)}, list(i for i in 'ab'), {c for c in 'aa'}",
    "result = 'a' 'b' f'{1}' r'\\n', b'a' b'b', 0x1F, 0b11, 0o17, 1_000, 1e3, 1.5j, '\\u00e9', '\\N{BULLET}'",
    "result = 1 < 2 < 3, 1 < 3 > 2, not 0, 1 and 2, 0 or 'x', 1 if 0 else 2, 3 if [] else 4",
    "result = -2 ** 2, 2 ** -1, 7 // -2, -7 % 3, 7 % -3, ~5, 1 << 3, 5 & 3, 5 | 3, 5 ^ 3, -7 // 2, divmod(-7, 2)",
]


def programs():
    for text in PROGRAMS:
        scope = dict(ENV)

        def call():
            exec(text, scope)
            return scope.get("result")

        print(ascii(text), "->", ascii(outcome(call))[1:-1])


def chances():
    import random

    ENV["random"] = random
    for seed in ["0", "1", "42", "'text'", "b'bytes'", "3.5", "-7", "10**30", "2**70"]:
        for draw in ["random()", "randint(1, 100)", "randrange(0, 1000, 7)", "choice('abcdef')", "sample(range(100), 5)", "uniform(1, 5)", "gauss(0, 1)", "normalvariate(10, 2)", "expovariate(1.5)", "betavariate(2, 3)", "gammavariate(2, 1)", "triangular(0, 10, 3)", "paretovariate(3)", "weibullvariate(1, 2)", "vonmisesvariate(1, 2)", "lognormvariate(0, 1)", "getrandbits(70)", "choices('abc', weights=[1, 2, 3], k=5)", "randbytes(4)", "binomialvariate(20, 0.3)", "sample(['a', 'b', 'c'], 2, counts=[2, 1, 1])"]:
            check("(lambda r: [r." + draw + " for _ in range(3)])(random.Random(" + seed + "))")
        check("(lambda r, l: (r.shuffle(l), l)[1])(random.Random(" + seed + "), list(range(12)))")


def run():
    for _ in range(ROUNDS):
        iterators()
        iterators()
        heaps()
        collected()
    if SEED == 0:
        import abc, dataclasses, enum

        ENV.update(abc=abc, dataclasses=dataclasses, enum=enum)
        programs()
        chances()


run()
