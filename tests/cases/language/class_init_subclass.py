# __init_subclass__ with arguments, and __class_getitem__.
class Plugin:
    plugins = {}

    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.key = key or cls.__name__.lower()
        Plugin.plugins[cls.key] = cls

    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item!r}]"

class Reader(Plugin, key="r"):
    pass

class Writer(Plugin):
    pass

class Both(Reader, Writer, key="rw"): ...

print({key: cls.__name__ for key, cls in Plugin.plugins.items()}, Plugin[int, "x"], Reader[3], Both.key)
try:

    class Bad(Plugin, colour="red"): ...

except TypeError as exc:
    print(type(exc).__name__)
print("bad" in Plugin.plugins, list[int], dict[str, list[int]], list[int]([1, "a"]), type(list[int]).__name__)
list[int].__origin__ is list, dict[str, int].__args__ == (str, int), list[int] == list[int]
