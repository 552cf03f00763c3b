# What a run finds, as one text: the same in every fresh interpreter, whatever ran before on the same worker.
import sys

found = []


def note(name, value):
    found.append(f"{name}: {value!r}")


note("modules", sorted(sys.modules))
note("builtins", sorted((name, type(value).__name__) for name, value in vars(__builtins__).items()))
note("sys", sorted(name for name in vars(sys)))
note("recursion limit", sys.getrecursionlimit())
note("streams", [type(stream).__name__ for stream in (sys.stdin, sys.stdout, sys.stderr)])
note("globals", sorted(globals()))

pending, seen = [object], {object}
while pending:
    for sub in type.__subclasses__(pending.pop()):
        if sub not in seen:
            seen.add(sub)
            pending.append(sub)
note("classes", sorted((str(c.__module__), c.__qualname__, len(c.__dict__)) for c in seen))
note("static", sorted((str(c.__module__), c.__qualname__, sorted(vars(c))) for c in seen if not c.__flags__ >> 9 & 1))
note("docs", sum(len(str(c.__doc__)) for c in seen))
def kind(value):
    match value:
        case [*_]:
            return "sequence"
        case {**_rest}:
            return "mapping"
        case _:
            return "other"


note("patterns", [kind(value) for value in (5, 1.5, "x", b"x", {}, [], (), set(), object(), vars(object))])
text = "".join(("left", " by a run"))
note("interned", [hash(text) for text in ("a", "contained")] + [sys.intern(text) is text])

# --- what takes a while to import
import codecs
import copyreg
import csv
import decimal
import re
import warnings
import weakref

note("csv", (sorted(csv.list_dialects()), csv.field_size_limit()))
note("decimal", (decimal.getcontext(), decimal.getcontext() is decimal.getcontext()))
try:
    import random

    note("random", [random.random() for _ in range(3)])
except ImportError:
    pass
note("copyreg", len(copyreg.dispatch_table))
note("warnings", (len(warnings.filters), warnings.showwarning.__module__))
note("re", re.compile("a+b").findall("aab ab"))
note("weak references", [weakref.getweakrefcount(c) for c in (int, str, object, type, list, dict)])
try:
    codecs.lookup("evil")
    note("codec", "evil")
except LookupError:
    pass
note("errors", [codecs.lookup_error(name).__name__ for name in ("strict", "ignore", "replace")])

import array
import collections
import itertools
import zlib

for class_ in (collections.deque, collections.OrderedDict, array.array, itertools.count, zlib.error, decimal.Decimal):
    note(class_.__name__, sorted(vars(class_)))
found
