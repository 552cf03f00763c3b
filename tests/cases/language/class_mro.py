# Multiple inheritance: C3 linearisation and cooperative super.
class Base:
    def go(self):
        return ["Base"]

class A(Base):
    def go(self):
        return ["A", *super().go()]

class B(Base):
    def go(self):
        return ["B", *super().go()]

class C(A, B):
    pass

class D(B, A): ...

Mixin = type("Mixin", (), {"go": lambda self: ["Mixin", *super(Mixin, self).go()]})

class E(Mixin, C): ...

print(C().go(), D().go(), E().go())
print([c.__name__ for c in E.__mro__])
try:
    type("Bad", (C, D), {})
except TypeError as exc:
    print(type(exc).__name__)
super(A, E()).go(), super(C, C).go.__qualname__
