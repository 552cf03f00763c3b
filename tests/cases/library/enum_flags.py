# Flag and IntFlag: combining, testing, boundaries.
from enum import CONFORM, Flag, IntFlag, auto, member, nonmember, verify, CONTINUOUS, Enum


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R | Perm.X, repr(Perm.R | Perm.X), Perm.RW, Perm(0), Perm(7), ~Perm.R, Perm.R in Perm.RW)
print(list(Perm), list(Perm.RW), [p.value for p in Perm], bool(Perm.R & Perm.W), (Perm.RW ^ Perm.W).name, len(Perm.RW))
mask = Perm.R
mask |= Perm.W
print(mask is Perm.RW, mask == Perm.RW, mask.value, Perm["RW"], hash(mask) == hash(Perm.RW))


class Bits(IntFlag):
    A = 1
    B = 2
    D = 8


print(Bits.A | Bits.B, repr(Bits.A | 16), Bits.A + 1, Bits(3), int(Bits.D), ~Bits.A, f"{Bits.B}")


class Safe(Flag, boundary=CONFORM):
    A = 1
    B = 2


print(Safe(9), list(Safe(3)))


class Op(Enum):
    @member
    def ADD(a, b):
        return a + b

    helper = nonmember(42)

    def __call__(self, *args):
        return self.value(*args)


print(list(m.name for m in Op), Op.ADD(1, 2), Op.helper)
for call in ("Perm(99)", "Perm.R | 1", "Perm['Q']"):
    try:
        print(eval(call))
    except Exception as e:
        print(type(e).__name__, str(e).splitlines()[0])
try:
    @verify(CONTINUOUS)
    class Gap(Enum):
        ONE = 1
        THREE = 3
except ValueError as e:
    print(e)
Perm.R | Perm.W | Perm.X
