#! fuel = 200000
#! expect = {status = "fuel"}
import weakref

class C:
    pass

def spin(ref):
    try:
        while True:
            pass
    finally:
        print("ESCAPED")

c = C()
ref = weakref.ref(c, spin)
del c
while True:
    print("ESCAPED")
