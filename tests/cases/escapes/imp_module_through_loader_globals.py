#! expect = {status = "ok"}
import sys

imp = None
for class_ in type(__spec__).__mro__ if __spec__ else object.__subclasses__():
    if class_.__name__ == "BuiltinImporter":
        imp = class_.create_module.__globals__.get("_imp")
if imp is None:
    print("contained: no _imp")
else:
    for attempt in (
        lambda: imp.get_frozen_object("__main__", bytes(100)),
        lambda: imp.get_frozen_object("json", b"\xe3" + bytes(100)),
        lambda: imp.create_dynamic(type(sys.__spec__)("x", None)),
        lambda: imp.create_builtin(type(sys.__spec__)("marshal", None)).loads,
        lambda: imp.create_builtin(type(sys.__spec__)("gc", None)).get_objects,
        lambda: imp.init_frozen("posix").system,
        lambda: imp._override_frozen_modules_for_tests(-1),
        lambda: imp._fix_co_filename((lambda: 0).__code__, "<frozen x>"),
    ):
        try:
            print("ESCAPED", attempt())
        except Exception as error:
            print("contained:", type(error).__name__)
