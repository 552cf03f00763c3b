# Pretty printing nested data.
import pprint
from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass, field
from types import SimpleNamespace

data = {
    "zeta": list(range(25)),
    "alpha": {"nested": {"deep": ["x" * 20, "y" * 20, "z" * 20]}, "n": None},
    "text": "The quick brown fox jumped over the lazy dog and then ran on into the far away hills",
    "pair": (1,),
}
pprint.pprint(data)
pprint.pprint(data, width=60, compact=True, sort_dicts=False)
pprint.pprint(data, depth=1)
pprint.pp({"b": 1, "a": 2})
pprint.pprint([[1, 2], {"k": {3}}, set(), frozenset({2}), b"bytes", 1.5, "it's"], width=20)
print(pprint.pformat({"a": 10**9, "b": [1]}, underscore_numbers=True), pprint.pformat([]), pprint.isreadable([1]), pprint.saferepr("x"))
pprint.pprint(OrderedDict([("key%d" % i, i) for i in range(8)]))
pprint.pprint([Counter("aab"), defaultdict(int, a=1), deque([1], 2), SimpleNamespace(q=1)], width=30)


@dataclass
class Order:
    number: int
    lines: list = field(default_factory=lambda: ["first line of the order", "second line of the order", "third"])


pprint.pprint(Order(7))
loop = [1]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.pformat(loop).startswith("[1, <Recursion on list with id="))
pprint.pprint([["a" * 30, "b" * 30], ["c" * 30]], indent=4)
pprint.pformat({"x": 1, "a": [1, 2]}, width=8)
