"""No repr and no hash tells an address; what the library has takes none of the run's numbers."""

import array
import collections
import contextlib
import contextvars
import decimal
import functools
import hashlib
import hmac
import itertools
import queue
import re
import struct
import sys
import threading
import types
import typing
import weakref
import xml.etree.ElementTree as ElementTree


class Plain:
    def method(self):
        pass

    @classmethod
    def of_class(cls):
        pass

    @property
    def value(self):
        return 1


def generator():
    yield


@contextlib.contextmanager
def managed():
    yield


@functools.singledispatch
def dispatched(x):
    pass


plain = Plain()
variable = contextvars.ContextVar("variable", default=plain)
token = variable.set(1)
of_library = {...: 1, NotImplemented: 2, len: 3, str.join: 4, object.__init__: 5, sys: 6, decimal.Decimal: 7, re.compile: 8}
decimal.getcontext()
annotated = typing.Optional[int], typing.Union[int, str], typing.ClassVar[int], typing.Literal[1]
print(len(of_library), len(annotated), repr(generator.__code__))
print(hash(plain) * 16 == id(plain), hex(id(plain)))
shown = [
    plain,
    plain.method,
    Plain.of_class,
    plain.__init__,
    (5).__add__,
    [].append,
    Plain.__dict__["value"],
    (lambda x: lambda: x)(plain).__closure__[0],
    generator(),
    generator,
    managed,
    managed(),
    dispatched,
    sys._getframe(),
    memoryview(b"a"),
    super(Plain, plain),
    weakref.ref(plain),
    hashlib.md5(b""),
    hashlib.shake_128(),
    hashlib.blake2b(),
    hmac.new(b"a", b"b", "md5"),
    queue.SimpleQueue(),
    variable,
    token,
    contextvars.copy_context(),
    ElementTree.Element("a"),
    ElementTree.TreeBuilder(),
    threading.Lock(),
    threading.RLock(),
    threading.Event(),
    functools.partial(generator),
    functools.lru_cache(generator),
    itertools.chain([]),
    itertools.groupby([]),
    re.compile("a").scanner("a"),
    struct.iter_unpack("i", b"1234"),
    iter(collections.deque()),
    types.SimpleNamespace(a=plain),
    collections.defaultdict(generator),
    type("Made", (), {}),
    ValueError(plain),
    ExceptionGroup("group", [ValueError(plain)]),
]
for thing in shown:
    try:
        number = hash(thing)
    except TypeError as error:
        number = error
    print(repr(thing), number)
print({variable: 1}[variable], repr(object()))
print(array.array("i", [1, 2]).buffer_info())
