#! expect = {status = "ok"}
def narrow():
    return 1

def wide(a, b, c=1, *rest, d=2, **more):
    return [a, b, c, rest, d, more]

def closure():
    x = 1
    return lambda: x

narrow.__code__ = wide.__code__
try:
    print(narrow())
    print("ESCAPED")
except TypeError as error:
    print("contained:", error)
try:
    narrow.__code__ = closure().__code__
    print("ESCAPED")
except ValueError as error:
    print("contained:", error)
wide.__code__ = (lambda: 5).__code__
print("contained:", wide())
