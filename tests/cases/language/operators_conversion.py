# __int__, __float__, __index__, __bool__, __str__, __bytes__, __complex__ and __round__.
import math
import operator

class Number:
    def __init__(self, n):
        self.n = n

    __index__ = lambda self: self.n
    __float__ = lambda self: self.n + 0.5
    __bytes__ = lambda self: b"n" * self.n
    __bool__ = lambda self: self.n > 0
    __floor__ = lambda self: "floor"
    __trunc__ = lambda self: "trunc"

n = Number(3)
print(int(n), float(n), [0, 1, 2, 3, 4][n], "ab" * n, bytes(n), bin(n))
print(hex(n), range(n), bool(Number(0)), "abcdef"[:n], chr(Number(65)))
print(math.sqrt(n), math.floor(n), math.trunc(n), operator.index(n))
print(round(2.34567, n), f"{float(n):.{2}f}", divmod(7, int(n)), complex(n))

class Bad:
    __int__ = lambda self: "text"
    __bool__ = lambda self: 2
    __len__ = lambda self: -1
    __str__ = lambda self: 5

for call in (int, bool, len, str, float):
    try:
        call(Bad())
    except (TypeError, ValueError) as exc:
        print(call.__name__, type(exc).__name__)
sum([Number(1).n, int(n)]), [*range(Number(2), Number(5))], int.from_bytes(bytes(Number(1))) == ord("n")
