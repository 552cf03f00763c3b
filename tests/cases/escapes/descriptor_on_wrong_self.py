#! expect = {status = "ok"}
wrong = [5, "x", [], None, object(), ValueError(), type, lambda: 0, b"x", {}]
done = 0
for class_ in (int, str, list, dict, set, tuple, bytes, bytearray, memoryview, property, type, slice, range, float, complex, frozenset, BaseException, OSError, SyntaxError, UnicodeDecodeError, type(lambda: 0), type((x for x in ())), type({}.items()), type(iter([])), super, staticmethod):
    for name, descriptor in vars(class_).items():
        for self in wrong:
            if isinstance(self, class_) or name in ("__new__", "__doc__", "__module__"):
                continue
            for use in (lambda: descriptor.__get__(self, type(self)), lambda: descriptor(self), lambda: descriptor(self, 1), lambda: descriptor.__set__(self, 1)):
                try:
                    use()
                except Exception:
                    done += 1
print("contained:", done > 1000)
