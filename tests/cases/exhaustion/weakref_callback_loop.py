#! expect = {status = "fuel"}
#! fuel = 100000
import weakref
class A: pass
def f(r):
    while True: pass
a = A()
r = weakref.ref(a, f)
del a
