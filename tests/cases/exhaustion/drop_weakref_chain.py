#! expect = {status = "ok"}
import weakref
class A: pass
a = A()
x = [a]
for _ in range(10_000):
    b = A()
    b.r = weakref.ref(b, lambda _, a=a: None)
    b.a = a
    a = b
del a, b, x
