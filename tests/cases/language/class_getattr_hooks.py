# __getattr__, __getattribute__, __setattr__, __delattr__ and __dir__.
class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "_log", [])

    def __getattr__(self, name):
        self._log.append(f"get {name}")
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        self._log.append(f"set {name}")
        setattr(self._target, name, value)

    def __delattr__(self, name):
        self._log.append(f"del {name}")
        delattr(self._target, name)

    __dir__ = lambda self: ["b", "a"]

class Upper:
    name = "class"

    def __getattribute__(self, attribute):
        value = super().__getattribute__(attribute)
        return value.upper() if isinstance(value, str) else value

p = Proxy(type("T", (), {})())
p.x = 1
print(p.x, getattr(p, "no_such", "default"), hasattr(p, "no_other"), dir(p))
del p.x
p._log, hasattr(p, "x"), Upper().name, Upper.name
