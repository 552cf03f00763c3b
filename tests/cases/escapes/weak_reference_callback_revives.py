#! expect = {status = "ok"}
import weakref

class C:
    pass

log = []

def callback(ref):
    log.append(ref())
    refs.clear()
    again.append(weakref.ref(C()))

again = []
c = C()
refs = [weakref.ref(c, callback) for _ in range(20)]
proxy = weakref.proxy(c)
del c
try:
    proxy.x
except ReferenceError as error:
    print("contained:", error)
print("contained:", set(log), [ref() for ref in again[:2]])
