#! expect = {status = "ok"}
kept = []

class Phoenix:
    __slots__ = ("n", "__weakref__")

    def __del__(self):
        kept.append(self)
        self.n = len(kept)

import weakref

for _ in range(3):
    p = Phoenix()
    ref = weakref.ref(p)
    del p
    print("contained:", ref() is None, [k.n for k in kept])
kept.pop()
kept.clear()
print("contained:", [k.n for k in kept])
