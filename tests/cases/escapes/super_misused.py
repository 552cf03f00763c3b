#! expect = {status = "ok"}
class A:
    def f(self):
        return "A"

class B(A):
    def f(self):
        return super().f()

for use in (lambda: super(B, 5).f(), lambda: super(int, "x"), lambda: super(5, 5), lambda: super(B).f, lambda: super(B, A()).f(), lambda: super().f(), lambda: super.__new__(super).f, lambda: super.__init__(super.__new__(super)), lambda: B.f(5), lambda: super(type, B).__call__(), lambda: super.__get__(super(B), 5)):
    try:
        print("contained:", type(use()).__name__)
    except Exception as error:
        print("contained:", type(error).__name__)
