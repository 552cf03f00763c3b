#! expect = {status = "ok"}
class A:
    __slots__ = ("a",)

class B(A):
    __slots__ = ("b",)

class C:
    __slots__ = ("c", "d", "e", "f")

class D(C):
    pass

b = B()
b.a, b.b = 1, 2
for bases in ((C,), (D,), (int,), (list,), (object,), (B,), (A, C), (type,), (Exception,), ()):
    try:
        B.__bases__ = bases
        print("contained: allowed", bases)
    except TypeError as error:
        print("contained:", type(error).__name__)
print("contained:", b.b, A.a.__get__(b) if isinstance(b, A) else None)
