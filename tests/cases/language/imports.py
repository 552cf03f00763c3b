# Import forms: as, from, dotted, star, inside functions, and module attributes.
import collections.abc
import math as m
import os.path
import string, json
from functools import partial as p, reduce
from itertools import *
from math import (floor,
                  sqrt as root,)

def lazy():
    import textwrap

    return textwrap.shorten("one two three", 9, placeholder="..")

print(m.floor(2.7), floor(-2.5), root(16), p(pow, 2)(5))
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), list(islice(count(3), 2)), lazy())
print(m.__name__, collections.abc.Mapping.__name__, collections.__name__)
print(os.path.join("a", "b"), json.dumps(string.digits))
print("textwrap" in globals(), "collections" in globals(), hasattr(m, "tau"), __import__("os.path") is os)
for statement in ("from math import nothing", "import math.nothing"):
    try:
        exec(statement)
    except ImportError as exc:
        print(type(exc).__name__, "|", statement)
import math, sys
import math as again

math.custom = 5

print(again.custom, m is math, __import__("math") is m, sys.modules["json"] is json)
[name for name in ("chain", "cycle", "textwrap") if name in globals()]
