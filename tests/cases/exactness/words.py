"""Numbers that a word of 64 bits holds, where they say how far or how many: more than there is, and no error."""

import array
import collections
import io
import itertools
import struct
import sys

MOST = sys.maxsize


def show(call):
    try:
        print(repr(call())[:70])
    except (ArithmeticError, LookupError, ValueError, struct.error) as error:
        print(type(error).__name__, error)


for far in (2**31 - 1, 2**31, 2**32, 2**40, MOST, 2**63, 2**70):
    print(far)
    show(lambda: "a b c".split(" ", far))
    show(lambda: "a b c".rsplit(None, far))
    show(lambda: b"a b c".split(b" ", far))
    show(lambda: "abcabc".replace("a", "x", far))
    show(lambda: b"abcabc".replace(b"a", b"x", far))
    show(lambda: "abc"[far])
    show(lambda: "abc"[1:far])
    show(lambda: "abc"[-far:])
    show(lambda: "abc"[::-far])
    show(lambda: [1, 2, 3][far])
    show(lambda: (1, 2, 3)[-far])
    show(lambda: b"abc"[far])
    show(lambda: range(3)[far])
    show(lambda: memoryview(b"abc")[far])
    show(lambda: collections.deque([1, 2])[far])
    show(lambda: [1, 2].insert(far, 3))
    show(lambda: [1, 2].pop(far))
    show(lambda: [1, 2].index(2, 0, far))
    show(lambda: (1, 2).index(2, -far, far))
    show(lambda: "abc".find("c", -far, far))
    show(lambda: bytearray(b"abc").insert(far, 1))
    show(lambda: bytearray(b"abc").pop(far))
    show(lambda: list(itertools.islice("abc", far)))
    show(lambda: list(itertools.islice("abc", 1, far, 2)))
    show(lambda: list(itertools.islice("abc", far, None)))
    show(lambda: list(itertools.islice("abc", -far)))
    show(lambda: list(itertools.repeat(1, -far)))
    show(lambda: next(itertools.repeat(1, far)))
    show(lambda: collections.deque("abc", far).pop())
    show(lambda: collections.deque("abc").insert(far, 1))
    show(lambda: io.BytesIO(b"abc").read(far))
    show(lambda: io.StringIO("abc").read(far))
    show(lambda: io.StringIO("abc").readline(far))
    show(lambda: io.StringIO("abc").readlines(far))
    show(lambda: b"abc".hex("-", far))
    show(lambda: [] * far)
    show(lambda: "" * far)
    show(lambda: "abc" * -far)
    show(lambda: next(enumerate("a", far)))
    show(lambda: next(itertools.count(far)))
    show(lambda: len(range(far)))
    show(lambda: sum(1 for _ in zip(range(far), "abc")))
    show(lambda: divmod(far, -7))
    show(lambda: bytes(-far))
    show(lambda: bytearray(-far))
    show(lambda: struct.pack("l", far))
    show(lambda: struct.Struct("L").pack(far))
    show(lambda: struct.Struct("=l").pack(far))
    show(lambda: struct.pack("nNP", 1, far, far))
    show(lambda: memoryview(bytearray(8)).cast("l").__setitem__(0, far))
    show(lambda: array.array("q", [far]))
    show(lambda: array.array("l", [far]))
    show(lambda: array.array("L", [far]))

print([array.array(code).itemsize for code in "bBhHiIlLqQfd"])
print([(code, struct.calcsize(code), struct.Struct(code).size) for code in "bBhHiIlLqQnNPfd"])
print(struct.calcsize("@hhl"), struct.calcsize("=hhl"), struct.calcsize("<bL"), struct.calcsize("bL"), struct.pack("bl", 1, 2))
print(memoryview(bytes(16)).cast("l").shape, struct.unpack("lL", bytes(range(16))), list(struct.iter_unpack("l", bytes(16))))
print(hash("text"), hash(b"bytes"), hash(("a", 1)), hash(range(3)), hash(range(0)), hash(range(1)), hash(range(2**70)))
print(hash(frozenset("abc")), hash(memoryview(b"bytes")))
limit = sys.getrecursionlimit()
sys.setrecursionlimit(2**40)
print(sys.getrecursionlimit() >= limit)
