#! expect = {status = "ok"}
import builtins
import sys

for name in ("repr", "print", "str", "len", "isinstance", "type", "getattr", "hasattr", "__import__", "__build_class__", "compile", "exec", "Exception", "BaseException", "list", "dict"):
    setattr(builtins, name, lambda *a, **k: "ESC" + "APED")
[1, 2, {"contained": 3}]
