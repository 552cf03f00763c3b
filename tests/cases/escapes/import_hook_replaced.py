#! expect = {status = "ok"}
import builtins
import sys

asked = []

def hook(name, *args, **kwargs):
    asked.append(name)
    raise SystemExit("ESC" + "APED") if name not in ("json",) else ImportError(name)

builtins.__import__ = hook
sys.meta_path.clear()
sys.path_hooks = [hook]
sys.meta_path.append(type("Finder", (), {"find_spec": hook})())
asked
