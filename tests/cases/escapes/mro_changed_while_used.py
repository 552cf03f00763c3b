#! expect = {status = "ok"}
class Meta(type):
    def mro(cls):
        if flag:
            return [cls, object]
        return super().mro()

flag = []

class A(metaclass=Meta):
    def f(self):
        flag.append(1)
        try:
            A.__bases__ = (X,)
        except TypeError as error:
            print("contained:", type(error).__name__)
        return "A"

class X(metaclass=Meta):
    pass

class B(A):
    pass

b = B()
print("contained:", b.f())
try:
    B.__bases__ = (X,)
    print("contained:", hasattr(b, "f"))
except TypeError as error:
    print("contained:", type(error).__name__)
