# __repr__ of containers and built-ins, recursion, and __str__ fallback.
class P:
    def __repr__(self):
        return "P()"

    def __str__(self):
        return "a p"

print(P(), [P()], (P(),), {P.__name__: P()}, f"{P()} {P()!r}", str(P()), repr(P()))
print([1, "a", None, 2.0, b"x", 1j, True, ...], ("it's",), {"k": ['"']})
print({1}, frozenset(), range(3), range(1, 9, 2), slice(1, 2))
d, l = {}, []
d["self"], l[:] = d, [l, (l,)]
print(d, l, type(3), type(None), type(len).__name__, NotImplemented)
print(int, Exception, ValueError("x", 1), ValueError(), KeyError("k"))
print(repr("a\nb"), str("a\tb"), repr(b"\x00a"), bytearray(b"z"))
print(str(b"a"), repr(""), repr(("",)), str([""]), repr(1e3), str(None))

class Weird(str):
    def __repr__(self):
        return "Weird!"

w = Weird("text")
print(w, repr(w), [w], str(w), f"{w}", w + "!", type(w.upper()).__name__, "%s %r" % (w, w))
print(str(Exception("one")), str(Exception("one", 2)))
print(repr(Exception("it's")), str(KeyError("k")), str(OSError(2, "gone")))
P(), w
