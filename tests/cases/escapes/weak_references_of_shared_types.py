#! expect = {status = "ok"}
import weakref

class Mine:
    pass

refs = [weakref.ref(c, lambda r: print("ESC" + "APED")) for c in (int, str, type, object, Mine)]
for class_ in (int, str, type, object, list, Exception):
    for ref in weakref.getweakrefs(class_):
        if ref not in refs and ref.__callback__ is not None:
            print("ESCAPED", ref.__callback__.__globals__.keys())
kept = weakref.WeakKeyDictionary({int: "left", Mine: 1})
del Mine, refs
print("contained:", len(kept) >= 1)
