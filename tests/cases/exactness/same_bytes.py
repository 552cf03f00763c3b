#! isolation = "native"
# behind: the hash of text depends on the word size of the machine that the interpreter was compiled for
#! alone = "addresses, clocks and draws differ from one run of CPython to the next"
import builtins
import collections
import itertools
import sys
import time
import weakref


class Plain:
    pass


class Slots:
    __slots__ = ("next",)


class Final:
    def __del__(self):
        print("finalizer of", hex(id(self)))


def function():
    yield 1


async def coroutine():
    return 1


print("identities and reprs")
plain, slots, final = Plain(), Slots(), Final()
for thing in (plain, slots, final, function, function(), [], {}, (), "text", 10**20, 1.5, None, int, Plain, print):
    print(hex(id(thing)), hash(thing) if type(thing) not in (list, dict) else "-", str(thing)[:80])
waiting = coroutine()
print(waiting, [].append, plain.__init__, lambda: 0, object(), iter([]), property(), weakref.ref(plain))
waiting.close()
print(memoryview(b"ab"), function.__code__, (lambda: plain).__closure__, object.__repr__(5), hash(float("nan")))

print("a new object is a new number")
for _ in range(3):
    print(hex(id(Plain())), hex(id([])), hex(id(Final())), hash(Slots()))

print("orders")
print([type(x).__name__ for x in {plain, slots, function, int, "a", 1, None}], {"b", "a", "c", 3, 1, 2})
print([name for name in vars(sys)][:40])
print(sorted(sys.modules))
print([c.__name__ for c in Exception.__subclasses__()][:20], [c.__name__ for c in object.__subclasses__()][:40])
print({k: v for k, v in zip("abc", itertools.count())}, collections.Counter("mississippi"))

print("cycles go at the same time")


class Cycle:
    def __init__(self, number):
        self.number, self.self = number, self

    def __del__(self):
        gone.append(self.number)


gone = []
when = []
for number in range(3000):
    Cycle(number)
    if len(gone) != (when[-1][1] if when else 0):
        when.append((number, len(gone)))
print(when)

print("the clock")
print(time.time(), time.monotonic(), time.perf_counter_ns(), time.process_time(), time.localtime(), time.tzname)
time.sleep(0.25)
print(time.time_ns(), time.perf_counter())

print("the interpreter")
print(sys.version, sys.version_info, sys.platform, sys.implementation, sys.byteorder, sys.flags)
print(sys.maxsize, sys.float_info, sys.int_info, sys.hash_info, sys.getrecursionlimit(), sys.executable, sys.argv)
print(sys.getsizeof([]), sys.getrefcount(plain), sys.intern("x"), sys.getdefaultencoding(), sys.path, sys.warnoptions)
print(hash("text"), hash(b"bytes"), hash((1, "a", plain)), hash(frozenset("abc")), len(dir(builtins)))
try:
    {}[plain]
except KeyError as error:
    print(repr(error), hex(id(error)))
try:
    plain + slots
except TypeError as error:
    print(error)
