#! expect = {status = "ok"}
import collections
import contextvars
import itertools
import re
import zlib

seen = [object]
for class_ in seen:
    seen.extend(sub for sub in type.__subclasses__(class_) if sub not in seen)
made = 0
for class_ in seen:
    if class_.__flags__ >> 9 & 1 or class_ is object:
        continue
    for make in (object.__new__, lambda c: object.__new__(type("Sub", (c,), {})), lambda c: object.__reduce_ex__(c, 2)):
        try:
            thing = make(class_)
            made += 1
            for name in dir(thing):
                try:
                    getattr(thing, name)
                except Exception:
                    pass
            for use in (len, iter, next, repr, hash, bool, list, lambda t: t[0], lambda t: t + t, lambda t: 0 in t, lambda t: t == t, lambda t: t(), lambda t: memoryview(t)):
                try:
                    use(thing)
                except Exception:
                    pass
        except Exception:
            pass
print("contained:", made > 0)
