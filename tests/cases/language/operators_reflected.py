# Which operand is asked first: reflected methods and subclasses.
class Log:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

def method(op):
    return lambda self, other, *rest: f"{self}.{op}({other})"

NAMES = "add radd sub rsub truediv rtruediv floordiv rfloordiv mod rmod divmod rdivmod pow rpow lshift rand ror xor"
for op in NAMES.split():
    setattr(Log, f"__{op}__", method(op))

class Sub(Log):
    __radd__ = method("sub_radd")

x, s = Log("x"), Sub("s")
print(x + 1, 1 + x, x - 1, 1 - x, x / 2, 2 / x, x // 2, 2 // x, x % 2, 2 % x)
print(divmod(x, 3), divmod(3, x), x**2, 2**x, pow(x, 2, 5), x << 1, 1 & x, 1 | x, x ^ 1, x + s, s + x, x - s)
for operation in (lambda: 1 << x, lambda: x & 1, lambda: "a" - s.name):
    try:
        operation()
    except TypeError as exc:
        print(type(exc).__name__)
x -= 1
x
