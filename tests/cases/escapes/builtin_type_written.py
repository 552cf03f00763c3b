#! expect = {status = "ok"}
import collections
import itertools
import time

for class_ in (int, str, slice, type(None), type, object, Exception, ExceptionGroup, itertools.count, collections.deque,
               collections.OrderedDict, time.struct_time, type(lambda: 0), type({}.keys()), type(iter([])), super):
    for write in (
        lambda: setattr(class_, "left", 1),
        lambda: type.__setattr__(class_, "left", 1),
        lambda: type.__delattr__(class_, "__doc__"),
        lambda: class_.__dict__.__setitem__("left", 1),
        lambda: setattr(class_, "__doc__", "left"),
        lambda: setattr(class_, "__module__", "left"),
        lambda: setattr(class_, "__name__", "left"),
        lambda: setattr(class_, "__qualname__", "left"),
        lambda: setattr(class_, "__bases__", (object,)),
        lambda: setattr(class_, "__annotations__", {}),
        lambda: setattr(class_, "__abstractmethods__", {"left"}),
        lambda: setattr(class_, "__type_params__", ()),
        lambda: type.__dict__["__abstractmethods__"].__set__(class_, {"left"}),
        lambda: type.__dict__["__annotations__"].__set__(class_, {}),
    ):
        try:
            write()
            print("ESCAPED", class_)
        except (TypeError, AttributeError):
            pass
print("contained:", hasattr(int, "left"))
