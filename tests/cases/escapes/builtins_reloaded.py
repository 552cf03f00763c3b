#! expect = {status = "ok"}
import sys

for name in ("builtins", "sys", "_io", "_thread", "_ast", "_typing", "_weakref", "_codecs", "_warnings"):
    sys.modules.pop(name, None)
try:
    import builtins
except ImportError:
    builtins = __builtins__

for name in ("breakpoint", "copyright"):
    if hasattr(builtins, name):
        print("ESCAPED", name)
try:
    import _io

    _io.FileIO("/etc/passwd")
    print("ESCAPED")
except (AttributeError, ImportError, OSError) as error:
    print("contained:", type(error).__name__)
