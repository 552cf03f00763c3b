# Powers and lengths are the same numbers by every road: operators, methods, derived classes.
import operator


class Float(float):
    pass


class Int(int):
    pass


class Complex(complex):
    pass


class Through(Float):
    def __pow__(self, other):
        return super().__pow__(other)


power = 3.0**33.5
print(power, [p == power for p in (
    Float(3.0) ** 33.5, 3 ** Float(33.5), (3.0).__pow__(33.5), (33.5).__rpow__(3.0), (33.5).__rpow__(3), Through(3.0) ** 33.5,
    pow(Float(3), 33.5), operator.pow(Float(3), Float(33.5)), Int(3) ** 33.5, float.__pow__(3.0, 33.5),
)])
print(3**-34, [p == 3**-34 for p in (Int(3) ** -34, Int(3).__pow__(-34), (3).__pow__(-34), (-34).__rpow__(3), pow(3, Int(-34)))])
print(abs(Complex(3 + 4j)), Complex(3 + 4j).__abs__(), Complex(2j) ** 0.5 == (2j).__pow__(0.5) == 2j**0.5, Float(2) ** Int(3))
print(hash(Float(1.5)) == hash(1.5) == (1.5).__hash__(), hash(Complex(1 + 2j)) == hash(1 + 2j), hash(Int(7)), (7).__hash__())
print(Float(-8) ** (1 / 3) == (-8) ** (1 / 3), Float.__pow__ is float.__pow__, (2).__pow__("x"), (2.0).__rpow__(None))
