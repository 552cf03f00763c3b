#! expect = {status = "error"}
class A:
    pass
A.__call__ = A()
A()()
