#! expect = {status = "ok"}
def pair(a, b):
    return a, b

pair.__defaults__ = tuple(range(50))
print("contained:", len(pair()))

def three(a=1, b=2, c=3):
    return a, b, c

three.__code__ = (lambda a: a).__code__
print("contained:", three())
import types

made = types.FunctionType((lambda a: a).__code__, {}, "made", (1, 2, 3, 4))
print("contained:", made())
