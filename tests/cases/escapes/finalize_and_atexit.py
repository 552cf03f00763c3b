#! expect = {status = "ok"}
import weakref

class C:
    pass

c = C()
weakref.finalize(c, print, "contained: finalizer")
kept = [c]
kept.append(kept)
weakref.finalize(C, lambda: 1 / 0)
print("contained")
