#! expect = {status = "ok"}
for slots in (("a", "a"), ("__dict__", "__dict__"), ("__weakref__",) * 2, ("a b",), (5,), "abc", ("__class__",), ("__slots__",), tuple(f"s{i}" for i in range(5000)), {"a": 1}, (x for x in ("a", "b")), ("",), ("\ud800",)):
    for base in (object, int, list, tuple, type, Exception, dict, str):
        try:
            class_ = type(base)("Slotted", (base,), {"__slots__": slots}) if base is not type else type("Slotted", (type,), {"__slots__": slots})
            thing = class_() if base is not type else class_("x", (), {})
            for name in ("a", "b", "s0", "s4999", "__dict__", "__weakref__"):
                try:
                    getattr(thing, name)
                except AttributeError:
                    pass
                try:
                    setattr(thing, name, 1)
                    getattr(thing, name)
                    delattr(thing, name)
                except (AttributeError, TypeError):
                    pass
        except (TypeError, ValueError, AttributeError, UnicodeError):
            pass
print("contained")
