#! expect = {status = "ok"}
class A:
    def __del__(self):
        self.__class__ = B
        del A.__del__
        print("contained")

class B:
    def __del__(self):
        print("contained: second")

a = A()
del a
b = B()
del B.__del__
del b
print("contained: end")
